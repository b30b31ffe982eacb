import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, THREE_TIERS } from '../../test/scripted.ts'
import {
  checkLeverage,
  instrumentId,
  isolatedEquity,
  liquidationPriceOf,
  price,
  rate,
  seatId,
} from '../index.ts'

const A = instrumentId('A')

describe('the leverage of an open isolated position', () => {
  test.each`
    order          | from | to       | mark   | arithmetic              | margin
    ${'buy 10 A'}  | ${4} | ${1}     | ${120} | ${'1200 / 1 − 200'}     | ${'1000'}
    ${'buy 10 A'}  | ${4} | ${2}     | ${120} | ${'1200 / 2 − 200'}     | ${'400'}
    ${'buy 10 A'}  | ${4} | ${5}     | ${100} | ${'1000 / 5 − 0'}       | ${'200'}
    ${'buy 10 A'}  | ${5} | ${20}    | ${100} | ${'1000 / 20 − 0'}      | ${'50'}
    ${'buy 10 A'}  | ${5} | ${4}     | ${90}  | ${'900 / 4 + 100'}      | ${'325'}
    ${'buy 10 A'}  | ${4} | ${12}    | ${120} | ${'100 − 200, not < 0'} | ${'0'}
    ${'sell 10 A'} | ${4} | ${7}     | ${120} | ${'1200 / 7 + 200'}     | ${'371.42857143'}
    ${'sell 10 A'} | ${4} | ${2}     | ${80}  | ${'800 / 2 − 200'}      | ${'200'}
    ${'sell 10 A'} | ${4} | ${'2.5'} | ${100} | ${'1000 / 2.5'}         | ${'400'}
  `('MAR-013 $order at $from x, mark $mark, to $to x: $arithmetic = $margin', (row) => {
    const s = new Scripted({ mode: 'isolated', leverage: row.from, cash: 2000 })
    s.order(row.order)
    s.move({ A: row.mark })
    expect(reasonOf(s.leverage('A', row.to))).toBe('accepted')
    expect(s.position('A').margin.toFixed()).toBe(row.margin)
    expect(s.account().cash.plus(row.margin).toFixed()).toBe('2000')
    expect(s.account().settings.get(A)?.leverage.toFixed()).toBe(String(row.to))
  })

  test.each`
    cash        | outcome                  | after
    ${1000}     | ${'accepted'}            | ${'0, A 10 with 1000'}
    ${'999.99'} | ${'margin_insufficient'} | ${'799.99, A 10 with 200'}
  `('MAR-013 from 5x to 1x asks for 800 more: with $cash it is $outcome', ({ cash, outcome, after }) => {
    const s = new Scripted({ mode: 'isolated', cash })
    s.order('buy 10 A')
    expect(reasonOf(s.leverage('A', 1))).toBe(outcome)
    expect(s.inWords()).toBe(after)
  })

  test('MAR-013 what waiting orders set aside is not there for it', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('buy 10 B', limit(95))
    expect(reasonOf(s.leverage('A', 1))).toBe('margin_insufficient')
    expect(reasonOf(s.leverage('A', 2))).toBe('accepted')
    expect(s.inWords()).toBe('500, A 10 with 500')
  })

  test.each`
    mark
    ${100}
    ${90}
    ${110}
  `('MAR-013 the leverage that is set already moves nothing at $mark and makes no debt', ({ mark }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 49 A')
    s.move({ A: mark })
    expect(reasonOf(s.leverage('A', 5))).toBe('accepted')
    expect(s.inWords()).toBe('20, A 49 with 980')
    s.move({})
    expect(s.booksInWords()).toBe('house 0, fund 10000')
  })

  test('MAR-013 without a margin of its own the same leverage changes nothing, free margin or not', () => {
    const s = new Scripted()
    s.order('buy 45 A')
    s.move({ A: 90 })
    const before = s.account()
    expect(reasonOf(s.leverage('A', 5))).toBe('accepted')
    expect(s.account()).toEqual(before)
  })

  test.each`
    order          | from | to    | before     | after
    ${'buy 10 A'}  | ${5} | ${2}  | ${'80.41'} | ${'50.26'}
    ${'buy 10 A'}  | ${5} | ${20} | ${'80.41'} | ${'95.48'}
    ${'sell 10 A'} | ${5} | ${2}  | ${'119.4'} | ${'149.25'}
    ${'sell 10 A'} | ${5} | ${20} | ${'119.4'} | ${'104.47'}
  `('MAR-013 $order from $from x to $to x: the liquidation price goes from $before to $after', (row) => {
    const s = new Scripted({ mode: 'isolated', leverage: row.from })
    s.order(row.order)
    expect(liquidationPriceOf(s.round, s.account(), A)?.toFixed()).toBe(row.before)
    s.leverage('A', row.to)
    expect(liquidationPriceOf(s.round, s.account(), A)?.toFixed()).toBe(row.after)
  })

  test('MAR-013 other positions, orders and settings are left as they were', () => {
    const s = new Scripted({ mode: 'isolated', cash: 2000 })
    s.order('buy 10 A')
    s.order('sell 5 B')
    s.order('buy 1 C', limit(90))
    s.move({ A: 95, B: 97 })
    s.leverage('A', 2)
    // A: 950 / 2 + 50 = 525 instead of 200
    expect(s.inWords()).toBe('1375, A 10 with 525, B -5 with 100')
    expect(isolatedEquity(s.position('A'), price(95)).toFixed()).toBe('475')
    expect(s.account().orders.size).toBe(1)
    expect(s.account().settings.get(instrumentId('B'))?.leverage.toFixed()).toBe('5')
  })
})

describe('the leverage of a cross position or of none', () => {
  test('MAR-013 it moves no money, only what is asked of free margin', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 90 A')
    expect(reasonOf(s.leverage('A', '9'))).toBe('accepted')
    expect(s.inWords()).toBe('1000, A 90')
    expect(reasonOf(s.leverage('A', '8.99'))).toBe('margin_insufficient')
    expect(reasonOf(s.leverage('A', 20))).toBe('accepted')
  })

  test('MAR-013 an account without free margin may still raise its leverage', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 90 A')
    s.move({ A: 93 })
    expect(reasonOf(s.leverage('A', '10.5'))).toBe('accepted')
    expect(reasonOf(s.leverage('A', 10))).toBe('margin_insufficient')
  })

  test('MAR-013 a waiting order must still be covered at the new leverage', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 90 A', limit(90))
    expect(reasonOf(s.leverage('A', 8))).toBe('margin_insufficient')
    expect(reasonOf(s.leverage('A', '8.1'))).toBe('accepted')
  })
})

describe('which leverage is allowed', () => {
  test.each`
    to           | reason
    ${'0.99'}    | ${'leverage_below_one'}
    ${0.5}       | ${'leverage_below_one'}
    ${1}         | ${'accepted'}
    ${'1.5'}     | ${'accepted'}
    ${20}        | ${'accepted'}
    ${'20.0001'} | ${'leverage_above_max'}
    ${21}        | ${'leverage_above_max'}
  `('MAR-016 a leverage of $to where 20 is the cap is $reason', ({ to, reason }) => {
    expect(reasonOf(new Scripted().leverage('A', to))).toBe(reason)
  })

  test('MAR-016 the cap is the round’s', () => {
    const s = new Scripted({ rules: { leverageMax: rate(50) } })
    expect(reasonOf(s.leverage('A', 50))).toBe('accepted')
    expect(reasonOf(s.leverage('A', 51))).toBe('leverage_above_max')
  })

  test('MAR-016 a seat that does not exist has nothing to set', () => {
    const s = new Scripted()
    expect(reasonOf(s.leverage('A', 2, seatId('s9')))).toBe('seat_unknown')
    expect(reasonOf(s.leverage('Z', 2))).toBe('instrument_unknown')
  })

  test.each`
    leverage | fee       | order          | outcome
    ${50}    | ${'0'}    | ${'buy 49 A'}  | ${'accepted'}
    ${50}    | ${'0'}    | ${'buy 70 A'}  | ${'leverage_above_tier'}
    ${20}    | ${'0'}    | ${'buy 500 A'} | ${'accepted'}
    ${20}    | ${'0.01'} | ${'buy 51 A'}  | ${'accepted'}
    ${20}    | ${'0.01'} | ${'buy 500 A'} | ${'leverage_above_tier'}
    ${50}    | ${'0'}    | ${'sell 70 A'} | ${'leverage_above_tier'}
  `('MAR-015 at $leverage x and a closing fee of $fee $order is $outcome', (row) => {
    const s = new Scripted({
      leverage: row.leverage,
      cash: 100_000,
      tiers: THREE_TIERS,
      rules: { leverageMax: rate(50), closingFeeRate: rate(row.fee) },
    })
    expect(reasonOf(s.order(row.order))).toBe(row.outcome)
  })

  test.each`
    units       | arithmetic                       | outcome
    ${'68.333'} | ${'6833.3/50 = 136.67 ≥ 136.67'} | ${'accepted'}
    ${'68.334'} | ${'6833.4/50 = 136.67 < 136.67'} | ${'leverage_above_tier'}
  `('MAR-015 where initial margin meets the requirement: $units units are $outcome', ({ units, outcome }) => {
    const s = new Scripted({
      leverage: 50,
      cash: 100_000,
      tiers: THREE_TIERS,
      rules: { leverageMax: rate(50) },
    })
    expect(reasonOf(s.order(`buy ${units} A`))).toBe(outcome)
  })

  test.each`
    fee         | arithmetic               | outcome
    ${'0.015'}  | ${'500/50 = 10 ≥ 10'}    | ${'accepted'}
    ${'0.0151'} | ${'500/50 = 10 < 10.05'} | ${'leverage_above_tier'}
  `('MAR-015 at equality it is opened: with a closing fee of $fee, $arithmetic', ({ fee, outcome }) => {
    const rules = { leverageMax: rate(50), closingFeeRate: rate(fee) }
    expect(reasonOf(new Scripted({ leverage: 50, rules }).order('buy 5 A'))).toBe(outcome)
  })

  test('MAR-015 enlarging counts what is held, reducing is not asked', () => {
    const wishes = { leverage: 50, cash: 100_000, tiers: THREE_TIERS, rules: { leverageMax: rate(50) } }
    const s = new Scripted(wishes)
    s.order('buy 60 A')
    expect(reasonOf(s.order('buy 10 A'))).toBe('leverage_above_tier')
    s.move({ A: 130 })
    expect(reasonOf(s.order('buy 0.001 A'))).toBe('leverage_above_tier')
    expect(reasonOf(s.order('sell 10 A'))).toBe('accepted')
  })

  test('MAR-015 a higher leverage is refused where the tier would not carry it', () => {
    const s = new Scripted({ cash: 100_000, tiers: THREE_TIERS, rules: { leverageMax: rate(50) } })
    s.leverage('A', 20)
    s.order('buy 1000 A')
    const refused = checkLeverage(s.round, { seat: s.seat, instrument: A, leverage: rate(50) })
    // 100,000 · 0.05 − 205 = 4,795, so 20.85x is what the tier carries
    expect(refused).toMatchObject({ reason: 'leverage_above_tier', limit: '20.85' })
    expect(reasonOf(s.leverage('A', '20.85'))).toBe('accepted')
    expect(reasonOf(s.leverage('A', '20.86'))).toBe('leverage_above_tier')
  })

  test('MAR-015 whatever may be opened lives at the mark at which it is opened', () => {
    for (const leverage of [1, 5, 20, 50]) {
      for (const mode of ['cross', 'isolated'] as const) {
        const rules = { leverageMax: rate(50), closingFeeRate: rate('0.001') }
        const s = new Scripted({ mode, leverage, cash: 10_000, tiers: THREE_TIERS, rules })
        const opened = reasonOf(s.order('sell 45 A')) === 'accepted'
        s.move({})
        expect(s.has('A')).toBe(opened)
      }
    }
  })
})
