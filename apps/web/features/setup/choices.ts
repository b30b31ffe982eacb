import { INSTRUMENTS, SCENARIOS, usualInstruments } from '@cascade/engine'
import { impactLevelSchema, OPTION_BOUNDS, presetSchema, type RoundOptionsMessage } from '@cascade/protocol'
import { z } from 'zod'

/** What the set-up form holds: the same as the message, in the types that its widgets speak. */
const choicesSchema = z.object({
  instruments: z.array(z.string()).min(1).max(8),
  minutes: z.number().min(OPTION_BOUNDS.minutes.min).max(OPTION_BOUNDS.minutes.max),
  tickMs: z.number().min(OPTION_BOUNDS.tickMs.min).max(OPTION_BOUNDS.tickMs.max),
  scenario: z.string(),
  volatility: z.number().min(OPTION_BOUNDS.volatility.min).max(OPTION_BOUNDS.volatility.max),
  /** What was kept before there was such a choice is played without it. */
  impact: impactLevelSchema.or(z.literal('off')).default('off'),
  preset: presetSchema,
  modePolicy: z.enum(['choice', 'cross-only', 'isolated-only']),
  leverageMax: z.number().min(OPTION_BOUNDS.leverageMax.min).max(OPTION_BOUNDS.leverageMax.max),
  startingCash: z.number().min(OPTION_BOUNDS.startingCash.min).max(OPTION_BOUNDS.startingCash.max),
  ranksVisible: z.enum(['live', 'bell']),
  opponents: z.record(z.string(), z.number().int().min(0).max(OPTION_BOUNDS.opponents.max)),
})

export type Choices = z.output<typeof choicesSchema>

/** Changes some of the choices. */
export type Choose = (change: Partial<Choices>) => void

/** A round that can be started without looking at the form. */
export const defaultChoices = (opponents: readonly string[]): Choices => ({
  instruments: INSTRUMENTS.slice(0, 3).map(({ id }) => id),
  minutes: 5,
  tickMs: 500,
  scenario: 'wild',
  volatility: 1,
  impact: 'off',
  preset: 'classroom',
  modePolicy: 'choice',
  leverageMax: 20,
  startingCash: 10_000,
  ranksVisible: 'live',
  opponents: Object.fromEntries(opponents.map((character) => [character, 1])),
})

/** What an earlier visit left behind, as far as it can still be played; null otherwise. */
export function readChoices(stored: unknown): Choices | null {
  const { success, data } = choicesSchema.safeParse(stored)
  if (!success) return null
  const isPlayable =
    data.instruments.every((chosen) => INSTRUMENTS.some(({ id }) => id === chosen)) &&
    SCENARIOS.some(({ id }) => id === data.scenario)
  return isPlayable ? data : null
}

/** The change that chooses a scenario, and what it is about, so that its event can be traded. */
export function scenarioChoice({ instruments }: Choices, scenario: string): Partial<Choices> {
  const usual = new Set(usualInstruments('normal').map(({ id }) => id))
  const added = usualInstruments(scenario).filter(({ id }) => !usual.has(id))
  return { scenario, instruments: [...new Set([...instruments, ...added.map(({ id }) => id)])] }
}

/** How many automatic players were chosen. */
export const opponentsOf = (choices: Choices): number =>
  Object.values(choices.opponents).reduce((total, count) => total + count, 0)

/** The choices as they are sent. */
export function toOptions(choices: Choices): RoundOptionsMessage {
  const { opponents, leverageMax, startingCash, impact, ...rest } = choices
  return {
    ...rest,
    ...(impact === 'off' ? {} : { impact }),
    leverageMax: String(leverageMax),
    startingCash: String(startingCash),
    opponents: Object.entries(opponents)
      .filter(([, count]) => count > 0)
      .map(([character, count]) => ({ character, count })),
  }
}
