import { type RoundChoices, type RoundConfig, standardConfig } from '@cascade/engine'
import { OPTION_BOUNDS } from './options.ts'
import type { PriceFile } from './price-file/price-file.ts'

const MINUTE_MS = 60_000

/** How many ticks of a file are played at a speed: all of them, as far as the longest round goes. */
export const ticksPlayed = (ticks: number, tickMs: number): number =>
  Math.min(ticks, Math.floor((OPTION_BOUNDS.minutes.max * MINUTE_MS) / tickMs))

/**
 * The configuration of a round that plays a file of prices: it trades what the file holds, on the file's
 * market time, for as many ticks as the choices say and the file has. Throws a ConfigProblem as
 * `standardConfig` does.
 */
export function scriptedConfig(choices: RoundChoices, file: PriceFile): RoundConfig {
  const { instruments, minutesPerTick, marks } = file
  const config = standardConfig({
    ...choices,
    instruments: instruments.map(({ id }) => id),
    marketMinutesPerTick: minutesPerTick,
    ticks: Math.min(marks.length, choices.ticks ?? marks.length),
  })
  // The catalogue's own, but for their opening prices.
  return { ...config, instruments, market: { ...config.market, scripted: true } }
}
