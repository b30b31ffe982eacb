import {
  type Command,
  execute,
  type Frame,
  instrumentId,
  type Opening,
  openRound,
  price,
  roundId,
  type Script,
  scriptDigest,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import type { RoundRecord } from '../src/record.ts'

/** Marks of bitcoin, one for each tick. */
export const scriptOf = (...marks: readonly number[]): Script => marks.map((mark) => [price(mark)])

/** A round of bitcoin that is bound to a script, and plays it or, for a forger, something else. */
export function writtenRound(script: Script, played: Script = script): RoundRecord {
  const standard = standardConfig({
    id: roundId('r_written'),
    ticks: script.length,
    instruments: [instrumentId('BTC')],
  })
  const seed = seedFromText('written')
  const market = { ...standard.market, scripted: true, scriptDigest: scriptDigest({ script, seed }) } as const
  const opening: Opening = { config: { ...standard, market }, seed, script }
  const round = openRound(opening.config, seed)
  const frames: Frame[] = []
  const carryOut = (command: Command) => {
    execute(round, command)
    frames.push({ tick: frames.length + 1, commands: [command], fingerprint: round.fingerprint ?? '' })
  }
  carryOut({ type: 'round.start' })
  for (const marks of played) carryOut({ type: 'clock.advance', marks })
  return { opening, frames }
}
