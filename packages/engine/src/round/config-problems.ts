import type { Instrument } from '../market/instrument.ts'
import type { Rate } from '../number/units.ts'
import type { MarketConfig, RoundConfig, Rules } from './config.ts'

/** Every reason why a configuration cannot be played, in plain words; none when it can. */
export function configProblems(config: RoundConfig, scenarios: ReadonlySet<string>): readonly string[] {
  return [
    ...clockProblems(config),
    ...marketProblems(config, scenarios),
    ...impactProblems(config.market),
    ...ruleProblems(config.rules),
    ...togetherProblems(config),
  ]
}

function clockProblems({ clock, standingsEvery, seatsMax }: RoundConfig): readonly string[] {
  return problems([
    [isWhole(clock.ticks, 1, 1_000_000), 'a round has between 1 and 1,000,000 ticks'],
    [isWhole(clock.tickMs, 1, 60_000), 'a tick takes between 1 ms and one minute'],
    [within(clock.marketMinutesPerTick, 0.05, 1_440), 'a tick is between 0.05 and 1,440 market minutes'],
    [isWhole(standingsEvery, 1, 10_000), 'standings are published every 1 to 10,000 ticks'],
    [isWhole(seatsMax, 1, 100_000), 'a round has between 1 and 100,000 seats'],
  ])
}

function marketProblems(config: RoundConfig, scenarios: ReadonlySet<string>): readonly string[] {
  const ids = config.instruments.map(({ id }) => id)
  return problems([
    [ids.length >= 1, 'a round has at least one instrument'],
    [new Set(ids).size === ids.length, 'an instrument is listed twice'],
    [scenarios.has(config.market.scenario), `there is no scenario ${config.market.scenario}`],
    [within(config.market.volatility, 0.1, 10), 'volatility is multiplied by 0.1 to 10'],
    [config.startingCash.gt(config.rules.wipedBelow), 'the starting cash is more than what counts as wiped'],
  ])
}

function impactProblems({ impact }: MarketConfig): readonly string[] {
  if (!impact) return []
  return problems([
    [within(impact.crowd, 1, 1_000_000), 'everybody trades for 1 to 1,000,000 alike'],
    [within(impact.openInterest, 0, 2), 'ghost interest is between 0 and 2 usual days of trading'],
    [
      within(impact.throttle, 0.1, 20),
      'forced selling in a minute is between 0.1 and 20 times the live depth',
    ],
    [within(impact.leastDepth, 0.01, 1), 'between 1 and 100 % of the usual depth is always there'],
  ])
}

function ruleProblems(rules: Rules): readonly string[] {
  const { modePolicy, defaultMode } = rules
  return problems([
    [
      modePolicy === 'choice' || modePolicy === `${defaultMode}-only`,
      'the default margin mode is one the policy allows',
    ],
    [rules.leverageMax.gte(1) && rules.leverageMax.lte(125), 'the leverage cap is between 1x and 125x'],
    [
      rules.defaultLeverage.gte(1) && rules.defaultLeverage.lte(rules.leverageMax),
      'the default leverage is within the cap',
    ],
    [isShare(rules.takerFeeRate), 'the taker fee is between 0 and 10 %'],
    [isShare(rules.makerFeeRate), 'the maker fee is between 0 and 10 %'],
    [isShare(rules.closingFeeRate), 'the closing fee is between 0 and 10 %'],
    [
      rules.funding === null || isWhole(rules.funding.everyTicks, 1, 1_000_000),
      'funding is paid every 1 to 1,000,000 ticks',
    ],
    [
      rules.funding === null || rules.funding.rate.abs().lte('0.01'),
      'the funding rate is between -1 and 1 %',
    ],
    [
      rules.switching === 'when-flat' || modePolicy === 'choice',
      'the margin mode of a position can change only where players choose it',
    ],
    [rules.insuranceFund.gte(0), 'the insurance fund does not owe'],
    [rules.wipedBelow.gte(0), 'what counts as wiped is not negative'],
  ])
}

/** Rules that are each possible and make no round together. */
function togetherProblems({ instruments, rules }: RoundConfig): readonly string[] {
  const never = instruments.filter((instrument) => !canOpen(instrument, rules))
  const leverage = rules.defaultLeverage.toFixed()
  const whole = instruments.filter((instrument) => asksForAll(instrument, rules))
  return problems([
    [
      whole.length === 0,
      `a maintenance rate and the closing fee are less than 100 % together, not so in ${namesOf(whole)}`,
    ],
    [
      never.length === 0,
      `at the default leverage of ${leverage}x nothing can be opened in ${namesOf(never)}`,
    ],
  ])
}

/** Whether the least position would have the requirement behind it when it is opened. */
const canOpen = ({ tiers }: Instrument, { defaultLeverage, closingFeeRate }: Rules): boolean => {
  const [lowest] = tiers
  return !lowest || lowest.maintenanceRate.plus(closingFeeRate).times(defaultLeverage).lte(1)
}

/** A tier that asks for the whole notional would liquidate a long because its price rises. */
const asksForAll = ({ tiers }: Instrument, { closingFeeRate }: Rules): boolean =>
  tiers.some(({ maintenanceRate }) => maintenanceRate.plus(closingFeeRate).gte(1))

const namesOf = (instruments: readonly Instrument[]): string => instruments.map(({ name }) => name).join(', ')

const isShare = (value: Rate): boolean => value.gte(0) && value.lte('0.1')

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && within(value, least, most)

const problems = (checks: readonly (readonly [boolean, string])[]): readonly string[] =>
  checks.filter(([holds]) => !holds).map(([, problem]) => problem)
