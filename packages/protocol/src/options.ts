import {
  IMPACT_LEVELS,
  type ImpactLevelId,
  INSTRUMENTS,
  type InstrumentId,
  type PresetId,
  type RoundId,
  RULE_PRESETS,
  SCENARIOS,
  type standardConfig,
} from '@cascade/engine'
import { z } from 'zod'
import { marginModeSchema, modePolicySchema, ranksVisibleSchema } from './config.ts'
import { askedMoney, askedRate } from './decimal.ts'
import { characterName, instrumentName } from './name.ts'

/** The bounds of what a host may choose, for forms and for the messages. */
export const OPTION_BOUNDS = {
  minutes: { min: 1, max: 60 },
  tickMs: { min: 100, max: 5000 },
  volatility: { min: 0.25, max: 4 },
  leverageMax: { min: 1, max: 125 },
  startingCash: { min: 100, max: 1_000_000 },
  opponents: { max: 50 },
  /** Length of a file of prices, bytes of its text. */
  priceFileBytes: { max: 1_000_000 },
} as const

const { minutes, tickMs, volatility, leverageMax, startingCash, opponents } = OPTION_BOUNDS

const between = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  `must be between ${min} and ${max}`

const DEFAULT_SCENARIO = 'normal'
const isKnownInstrument = (id: InstrumentId): boolean => INSTRUMENTS.some((known) => known.id === id)
const isKnownScenario = (id: string): boolean => SCENARIOS.some((known) => known.id === id)
const allDifferent = (values: readonly string[]): boolean => new Set(values).size === values.length

const opponentSchema = z.strictObject({
  character: characterName,
  count: z.int().min(1, 'must be at least 1').max(opponents.max, `must be at most ${opponents.max}`),
})

/** The name of a set of money rules. */
export const presetSchema = z.enum<readonly PresetId[]>(RULE_PRESETS.map(({ id }) => id))

/** The name of a strength with which trades move prices. */
export const impactLevelSchema = z.enum<readonly ImpactLevelId[]>(IMPACT_LEVELS.map(({ id }) => id))

/** What a host or a solo player may choose. Every field may be left out. */
export const roundOptionsSchema = z
  .strictObject({
    instruments: z
      .array(instrumentName.refine(isKnownInstrument, 'is not an instrument of this market'))
      .min(1, 'must name at least one instrument')
      .max(8, 'must name at most 8 instruments')
      .refine(allDifferent, 'must not name an instrument twice')
      .exactOptional(),
    minutes: z.number().min(minutes.min, between(minutes)).max(minutes.max, between(minutes)).default(5),
    tickMs: z.int().min(tickMs.min, between(tickMs)).max(tickMs.max, between(tickMs)).default(500),
    scenario: z
      .string()
      .max(40)
      .refine(isKnownScenario, 'is not a scenario of this market')
      .default(DEFAULT_SCENARIO),
    volatility: z
      .number()
      .min(volatility.min, between(volatility))
      .max(volatility.max, between(volatility))
      .default(1),
    /** How strongly trades move prices; not at all when left out. */
    impact: impactLevelSchema.exactOptional(),
    /** The money rules to begin with. */
    preset: presetSchema.default('classroom'),
    modePolicy: modePolicySchema.default('choice'),
    defaultMode: marginModeSchema.exactOptional(),
    leverageMax: askedRate
      .refine((value) => value.gte(leverageMax.min) && value.lte(leverageMax.max), between(leverageMax))
      .refine((value) => value.isInteger(), 'must be a whole number')
      .exactOptional(),
    startingCash: askedMoney
      .refine((value) => value.gte(startingCash.min) && value.lte(startingCash.max), between(startingCash))
      .exactOptional(),
    opponents: z
      .array(opponentSchema)
      .max(opponents.max)
      .refine((chosen) => allDifferent(chosen.map(({ character }) => character)), 'must name a player once')
      .refine(
        (chosen) => chosen.reduce((total, { count }) => total + count, 0) <= opponents.max,
        `must be at most ${opponents.max} players together`,
      )
      .default([]),
    ranksVisible: ranksVisibleSchema.default('bell'),
  })
  .refine(
    ({ modePolicy, defaultMode }) =>
      modePolicy === 'choice' || defaultMode === undefined || `${defaultMode}-only` === modePolicy,
    { path: ['defaultMode'], message: 'must be a mode that the mode policy allows' },
  )

/** What a host or a solo player chose, complete. */
export type RoundOptions = z.output<typeof roundOptionsSchema>
/** The same as it is sent: numbers that count money are decimal strings, anything may be left out. */
export type RoundOptionsMessage = z.input<typeof roundOptionsSchema>

type StandardOptions = Parameters<typeof standardConfig>[0]

const MARKET_MINUTES = { min: 0.25, max: 5 } as const

/**
 * Market minutes of one tick, so that the round lasts as long as its scenario is made for, within what keeps
 * its statistics.
 */
export function marketMinutesPerTick(scenario: string, ticks: number): number {
  const days = SCENARIOS.find(({ id }) => id === scenario)?.days ?? 7
  const minutesPerTick = Math.round((days * 1440 * 100) / ticks) / 100
  return Math.min(MARKET_MINUTES.max, Math.max(MARKET_MINUTES.min, minutesPerTick))
}

/**
 * What a choice means for the engine: the argument of `standardConfig`. The opponents are seated by the
 * host.
 */
export function standardOptions(id: RoundId, options: RoundOptions): StandardOptions {
  const { minutes: length, opponents: _seatedByTheHost, ...rest } = options
  const ticks = Math.max(1, Math.round((length * 60_000) / options.tickMs))
  return {
    ...rest,
    id,
    ticks,
    marketMinutesPerTick: marketMinutesPerTick(options.scenario, ticks),
  }
}
