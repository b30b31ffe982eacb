import { describe, expect, test } from 'vitest'
import { known } from '../assert.ts'
import { deriveTiers, INSTRUMENTS, money, rate, roundId, SCENARIOS } from '../index.ts'
import type { MarginMode, ModePolicy, RoundConfig, Rules } from './config.ts'
import { configProblems } from './config-problems.ts'
import { standardConfig } from './standard-config.ts'

const standard = standardConfig({ id: roundId('r_1') })
const scenarios = new Set(SCENARIOS.map(({ id }) => id))
const [bitcoin] = INSTRUMENTS
const btc = known(bitcoin, 'the catalogue is not empty')

const problems = (more: Partial<RoundConfig>) => configProblems({ ...standard, ...more }, scenarios)
const rules = (more: Partial<Rules>) => problems({ rules: { ...standard.rules, ...more } })
const clock = (more: Partial<RoundConfig['clock']>) => problems({ clock: { ...standard.clock, ...more } })
const market = (more: Partial<RoundConfig['market']>) => problems({ market: { ...standard.market, ...more } })

/** A figure that has a least and a most: what lies outside, and the sentence that says so. */
interface Bounds {
  readonly name: string
  readonly find: (value: number) => readonly string[]
  readonly good: readonly number[]
  readonly bad: readonly number[]
  readonly sentence: string
}

const bounds: readonly Bounds[] = [
  {
    name: 'ticks',
    find: (ticks) => clock({ ticks }),
    good: [1, 1200, 1_000_000],
    bad: [0, -1, 1.5, 1_000_001, Number.NaN, Number.POSITIVE_INFINITY],
    sentence: 'a round has between 1 and 1,000,000 ticks',
  },
  {
    name: 'milliseconds of a tick',
    find: (tickMs) => clock({ tickMs }),
    good: [1, 250, 60_000],
    bad: [0, 0.5, 60_001, Number.NaN],
    sentence: 'a tick takes between 1 ms and one minute',
  },
  {
    name: 'market minutes of a tick',
    find: (marketMinutesPerTick) => clock({ marketMinutesPerTick }),
    good: [0.05, 0.25, 60, 1_440],
    bad: [0, 0.049, 1_440.1, -1, Number.NaN],
    sentence: 'a tick is between 0.05 and 1,440 market minutes',
  },
  {
    name: 'ticks between two boards',
    find: (standingsEvery) => problems({ standingsEvery }),
    good: [1, 10_000],
    bad: [0, 2.5, 10_001],
    sentence: 'standings are published every 1 to 10,000 ticks',
  },
  {
    name: 'seats',
    find: (seatsMax) => problems({ seatsMax }),
    good: [1, 100_000],
    bad: [0, -5, 1.1, 100_001],
    sentence: 'a round has between 1 and 100,000 seats',
  },
  {
    name: 'volatility',
    find: (volatility) => market({ volatility }),
    good: [0.1, 1, 10],
    bad: [0, 0.09, 10.01, -1, Number.NaN],
    sentence: 'volatility is multiplied by 0.1 to 10',
  },
  {
    name: 'starting cash',
    find: (cash) => problems({ startingCash: money(cash) }),
    good: [1.01, 10_000],
    bad: [1, 0.5, 0, -1],
    sentence: 'the starting cash is more than what counts as wiped',
  },
  {
    name: 'leverage cap',
    find: (cap) => rules({ leverageMax: rate(cap), defaultLeverage: rate(1) }),
    good: [1, 20, 125],
    bad: [125.01, 1000],
    sentence: 'the leverage cap is between 1x and 125x',
  },
  {
    name: 'default leverage',
    find: (leverage) => rules({ defaultLeverage: rate(leverage) }),
    good: [1, 2.5, 20],
    bad: [0, 0.99, 20.01],
    sentence: 'the default leverage is within the cap',
  },
  {
    name: 'taker fee',
    find: (fee) => rules({ takerFeeRate: rate(fee) }),
    good: [0, 0.0005, 0.1],
    bad: [-0.0001, 0.1001],
    sentence: 'the taker fee is between 0 and 10 %',
  },
  {
    name: 'maker fee',
    find: (fee) => rules({ makerFeeRate: rate(fee) }),
    good: [0, 0.1],
    bad: [-0.0001, 0.1001],
    sentence: 'the maker fee is between 0 and 10 %',
  },
  {
    name: 'closing fee',
    find: (fee) => rules({ closingFeeRate: rate(fee), defaultLeverage: rate(1) }),
    good: [0, 0.1],
    bad: [-0.0001, 0.1001],
    sentence: 'the closing fee is between 0 and 10 %',
  },
  {
    name: 'ticks between two fundings',
    find: (everyTicks) => rules({ funding: { everyTicks, rate: rate('0.0001') } }),
    good: [1, 1_000_000],
    bad: [0, 1.5, -3, 1_000_001],
    sentence: 'funding is paid every 1 to 1,000,000 ticks',
  },
  {
    name: 'funding rate',
    find: (share) => rules({ funding: { everyTicks: 10, rate: rate(share) } }),
    good: [-0.01, 0, 0.01],
    bad: [-0.0101, 0.0101],
    sentence: 'the funding rate is between -1 and 1 %',
  },
  {
    name: 'insurance fund',
    find: (fund) => rules({ insuranceFund: money(fund) }),
    good: [0, 1_000_000],
    bad: [-0.01],
    sentence: 'the insurance fund does not owe',
  },
  {
    name: 'what counts as wiped',
    find: (least) => rules({ wipedBelow: money(least) }),
    good: [0, 1, 9999],
    bad: [-0.01],
    sentence: 'what counts as wiped is not negative',
  },
]

describe.each(bounds)('the $name of a round', ({ find, good, bad, sentence }) => {
  test.each(good)('RND-011 may be %d', (value) => {
    expect(find(value)).toEqual([])
  })

  test.each(bad)('RND-011 may not be %d, in words', (value) => {
    expect(find(value)).toContain(sentence)
  })
})

describe('what fits together', () => {
  test.each<[ModePolicy, MarginMode, boolean]>([
    ['choice', 'cross', true],
    ['choice', 'isolated', true],
    ['cross-only', 'cross', true],
    ['cross-only', 'isolated', false],
    ['isolated-only', 'isolated', true],
    ['isolated-only', 'cross', false],
  ])('RND-011 the policy %s with a default of %s: %s', (modePolicy, defaultMode, fits) => {
    const sentence = 'the default margin mode is one the policy allows'
    expect(rules({ modePolicy, defaultMode })).toEqual(fits ? [] : [sentence])
  })

  test.each<[ModePolicy, Rules['switching'], boolean]>([
    ['choice', 'with-position', true],
    ['choice', 'when-flat', true],
    ['cross-only', 'when-flat', true],
    ['cross-only', 'with-position', false],
  ])('RND-011 the policy %s with switching %s: %s', (modePolicy, switching, fits) => {
    const sentence = 'the margin mode of a position can change only where players choose it'
    expect(rules({ modePolicy, switching })).toEqual(fits ? [] : [sentence])
  })

  test.each`
    leverage | closingFee  | opens
    ${1}     | ${'0.01'}   | ${true}
    ${16}    | ${'0'}      | ${true}
    ${16}    | ${'0.0025'} | ${true}
    ${16}    | ${'0.0026'} | ${false}
    ${20}    | ${'0'}      | ${false}
  `(
    'RND-011 where the lowest tier asks for 6 %%, at $leverage x and a closing fee of $closingFee: $opens',
    (row) => {
      const steep = { ...btc, tiers: deriveTiers([{ floor: 0, maintenanceRate: '0.06' }]) }
      const found = problems({
        instruments: [steep],
        rules: {
          ...standard.rules,
          defaultLeverage: rate(row.leverage),
          closingFeeRate: rate(row.closingFee),
        },
      })
      const sentence = `at the default leverage of ${row.leverage}x nothing can be opened in Bitcoin`
      expect(found).toEqual(row.opens ? [] : [sentence])
    },
  )

  test.each`
    rate       | closingFee | fits
    ${'0.98'}  | ${'0.019'} | ${true}
    ${'0.98'}  | ${'0.02'}  | ${false}
    ${'0.999'} | ${'0'}     | ${true}
  `('RND-011 a tier of $rate and a closing fee of $closingFee: $fits', (row) => {
    const high = { floor: 1_000_000, maintenanceRate: row.rate }
    const steep = { ...btc, tiers: deriveTiers([{ floor: 0, maintenanceRate: '0.005' }, high]) }
    const found = problems({
      instruments: [steep],
      rules: { ...standard.rules, closingFeeRate: rate(row.closingFee) },
    })
    const sentence = 'a maintenance rate and the closing fee are less than 100 % together, not so in Bitcoin'
    expect(found).toEqual(row.fits ? [] : [sentence])
  })

  test('RND-011 at least one instrument, and each of them once', () => {
    expect(problems({ instruments: [] })).toEqual(['a round has at least one instrument'])
    expect(problems({ instruments: [btc, btc] })).toEqual(['an instrument is listed twice'])
    expect(problems({ instruments: INSTRUMENTS })).toEqual([])
  })

  test.each(SCENARIOS)('RND-011 the scenario $id is there', ({ id }) => {
    expect(market({ scenario: id })).toEqual([])
  })

  test('RND-011 a scenario that is not there is named', () => {
    expect(market({ scenario: 'nowhere' })).toEqual(['there is no scenario nowhere'])
  })

  test('RND-011 nobody pays for holding: then nothing about funding can be wrong', () => {
    expect(rules({ funding: null })).toEqual([])
  })

  test('RND-011 all that is wrong is said at once, in the order of the rules', () => {
    const found = problems({
      clock: { ticks: 0, tickMs: 0, marketMinutesPerTick: 0 },
      instruments: [],
      rules: { ...standard.rules, makerFeeRate: rate(1), insuranceFund: money(-1) },
    })
    expect(found).toEqual([
      'a round has between 1 and 1,000,000 ticks',
      'a tick takes between 1 ms and one minute',
      'a tick is between 0.05 and 1,440 market minutes',
      'a round has at least one instrument',
      'the maker fee is between 0 and 10 %',
      'the insurance fund does not owe',
    ])
  })
})
