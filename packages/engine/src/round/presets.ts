import { known } from '../assert.ts'
import { money, type Rate, rate } from '../number/units.ts'
import type { Rules } from './config.ts'
import { STANDARD_RULES } from './standard-rules.ts'

/** The name of a set of money rules. */
export type PresetId = 'frictionless' | 'classroom' | 'exchange' | 'harsh'

/** A set of money rules that a host can choose by reading a sentence. */
export interface RulePreset {
  readonly id: PresetId
  /** English words, for where no catalogue is at hand. */
  readonly title: string
  readonly text: string
  readonly rules: Rules
  /** What holding costs in market time; the ticks follow from the round's clock. Null for nothing. */
  readonly funding: { readonly everyHours: number; readonly rate: Rate } | null
}

const NO_RATE = rate(0)

/** Every set of money rules, the gentlest first. */
export const RULE_PRESETS: readonly RulePreset[] = [
  {
    id: 'frictionless',
    title: 'Frictionless lesson',
    text: 'No fees at all, and a position may change its margin mode while it is open.',
    rules: {
      ...STANDARD_RULES,
      switching: 'with-position',
      takerFeeRate: NO_RATE,
      makerFeeRate: NO_RATE,
      closingFeeRate: NO_RATE,
    },
    funding: null,
  },
  {
    id: 'classroom',
    title: 'Classroom',
    text: 'Small fees. A cross account that falls too far closes all at once.',
    rules: STANDARD_RULES,
    funding: null,
  },
  {
    id: 'exchange',
    title: 'Like a large exchange',
    text: 'Funding, cross accounts cut down piece by piece, winners closed early once the fund is empty.',
    rules: {
      ...STANDARD_RULES,
      closingFeeRate: rate('0.002'),
      crossPolicy: 'largest-first',
      lossPolicy: 'auto-deleveraging',
    },
    funding: { everyHours: 8, rate: rate('0.0001') },
  },
  {
    id: 'harsh',
    title: 'Harsh',
    text: 'Double fees, dear funding and no insurance fund: winners pay for what losers cannot.',
    rules: {
      ...STANDARD_RULES,
      takerFeeRate: rate('0.001'),
      makerFeeRate: rate('0.0005'),
      closingFeeRate: rate('0.01'),
      lossPolicy: 'socialised-loss',
      insuranceFund: money(0),
    },
    funding: { everyHours: 4, rate: rate('0.0005') },
  },
]

/** The money rules of a preset on a clock of so many market minutes per tick. */
export function presetRules(id: PresetId, marketMinutesPerTick: number): Rules {
  const { rules, funding } = known(
    RULE_PRESETS.find((preset) => preset.id === id),
    'a preset has rules',
  )
  if (!funding) return rules
  const everyTicks = Math.max(1, Math.round((funding.everyHours * 60) / marketMinutesPerTick))
  return { ...rules, funding: { everyTicks, rate: funding.rate } }
}
