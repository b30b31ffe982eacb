import type { Instrument } from '../market/instrument.ts'
import { INSTRUMENTS } from '../market/instruments.ts'
import { SCENARIOS, usualInstruments } from '../market/scenarios.ts'
import type { InstrumentId, RoundId } from '../number/ids.ts'
import { type Money, money, type Rate, smaller } from '../number/units.ts'
import type { MarginMode, ModePolicy, RoundConfig, Rules } from './config.ts'
import { configProblems } from './config-problems.ts'
import { type ImpactLevelId, impactRule } from './impact-levels.ts'
import { type PresetId, presetRules } from './presets.ts'
import { STANDARD_RULES } from './standard-rules.ts'

/** What may be chosen about a round; everything else is the standard. */
export interface RoundChoices {
  readonly id: RoundId
  /** Of the catalogue, in the order in which they are shown; the scenario's usual ones when absent. */
  readonly instruments?: readonly InstrumentId[]
  readonly ticks?: number
  readonly tickMs?: number
  readonly marketMinutesPerTick?: number
  readonly scenario?: string
  readonly volatility?: number
  /** How strongly trades move prices; not at all when absent. */
  readonly impact?: ImpactLevelId
  readonly modePolicy?: ModePolicy
  readonly defaultMode?: MarginMode
  readonly leverageMax?: Rate
  readonly startingCash?: Money
  readonly seatsMax?: number
  readonly ranksVisible?: 'live' | 'bell'
  /** The money rules to begin with; a classroom's when absent. */
  readonly preset?: PresetId
  /** Exceptions to the preset's money rules. */
  readonly rules?: Partial<Rules>
}

/** A configuration that contradicts itself, with every reason in plain words. */
export class ConfigProblem extends Error {
  override readonly name = 'ConfigProblem'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`this round cannot be played: ${problems.join('; ')}`)
    this.problems = problems
  }
}

/** Builds a configuration from choices and standards, or throws a ConfigProblem. */
export function standardConfig(choices: RoundChoices): RoundConfig {
  const scenario = choices.scenario ?? 'normal'
  const { instruments, problems } = chosenInstruments(choices.instruments, scenario)
  const marketMinutesPerTick = choices.marketMinutesPerTick ?? 2
  const config: RoundConfig = {
    id: choices.id,
    instruments,
    rules: rulesFor(choices, presetRules(choices.preset ?? 'classroom', marketMinutesPerTick)),
    clock: {
      ticks: choices.ticks ?? 1200,
      tickMs: choices.tickMs ?? 250,
      marketMinutesPerTick,
    },
    market: {
      scenario,
      volatility: choices.volatility ?? 1,
      ...(choices.impact ? { impact: impactRule(choices.impact) } : {}),
    },
    startingCash: choices.startingCash ?? money(10_000),
    seatsMax: choices.seatsMax ?? 300,
    ranksVisible: choices.ranksVisible ?? 'live',
    standingsEvery: Math.max(1, Math.round(1000 / (choices.tickMs ?? 250))),
  }
  const found = [...problems, ...configProblems(config, new Set(SCENARIOS.map(({ id }) => id)))]
  if (found.length > 0) throw new ConfigProblem(found)
  return config
}

/** Where nobody chooses, the policy does. */
const MODE_BY_POLICY: Readonly<Record<ModePolicy, MarginMode>> = {
  choice: STANDARD_RULES.defaultMode,
  'cross-only': 'cross',
  'isolated-only': 'isolated',
}

function rulesFor(choices: RoundChoices, preset: Rules): Rules {
  const { modePolicy = 'choice', defaultMode, leverageMax, rules } = choices
  const highest = leverageMax ?? rules?.leverageMax ?? preset.leverageMax
  return {
    ...preset,
    switching: modePolicy === 'choice' ? preset.switching : 'when-flat',
    defaultLeverage: smaller(preset.defaultLeverage, highest),
    ...rules,
    modePolicy,
    defaultMode: defaultMode ?? MODE_BY_POLICY[modePolicy],
    leverageMax: highest,
  }
}

function chosenInstruments(ids: readonly InstrumentId[] | undefined, scenario: string) {
  if (!ids) return { instruments: usualInstruments(scenario), problems: [] }
  const instruments: Instrument[] = []
  const problems: string[] = []
  for (const id of ids) {
    const found = INSTRUMENTS.find((instrument) => instrument.id === id)
    if (found) instruments.push(found)
    else problems.push(`there is no instrument ${id}`)
  }
  return { instruments, problems }
}
