import { describe, expect, test } from 'vitest'
import { limit, Scripted, THREE_TIERS, type Wishes } from '../../test/scripted.ts'
import {
  exactLiquidationPriceOf,
  instrumentId,
  liquidationPriceAcrossTiers,
  liquidationPriceOf,
  money,
  quantity,
  rate,
} from '../index.ts'

const A = instrumentId('A')
const shown = (s: Scripted): string | undefined => liquidationPriceOf(s.round, s.account(), A)?.toFixed()

describe('the liquidation price of an isolated position', () => {
  test.each`
    order         | leverage | fee        | arithmetic               | at
    ${'buy 1 A'}  | ${2}     | ${'0'}     | ${'(100 − 50) / 0.995'}  | ${'50.26'}
    ${'buy 1 A'}  | ${5}     | ${'0'}     | ${'(100 − 20) / 0.995'}  | ${'80.41'}
    ${'buy 1 A'}  | ${20}    | ${'0'}     | ${'(100 − 5) / 0.995'}   | ${'95.48'}
    ${'buy 1 A'}  | ${5}     | ${'0.001'} | ${'(100 − 20) / 0.994'}  | ${'80.49'}
    ${'buy 1 A'}  | ${20}    | ${'0.01'}  | ${'(100 − 5) / 0.985'}   | ${'96.45'}
    ${'sell 1 A'} | ${1}     | ${'0'}     | ${'(100 + 100) / 1.005'} | ${'199'}
    ${'sell 1 A'} | ${5}     | ${'0'}     | ${'(100 + 20) / 1.005'}  | ${'119.4'}
    ${'sell 1 A'} | ${20}    | ${'0'}     | ${'(100 + 5) / 1.005'}   | ${'104.47'}
    ${'sell 1 A'} | ${5}     | ${'0.001'} | ${'(100 + 20) / 1.006'}  | ${'119.28'}
    ${'sell 1 A'} | ${20}    | ${'0.01'}  | ${'(100 + 5) / 1.015'}   | ${'103.44'}
  `('MAR-006 $order at $leverage x, closing fee $fee: $arithmetic = $at', ({ order, leverage, fee, at }) => {
    const s = new Scripted({ mode: 'isolated', leverage, rules: { closingFeeRate: rate(fee) } })
    s.order(order)
    expect(shown(s)).toBe(at)
  })

  test.each`
    order          | tier | arithmetic                        | at
    ${'buy 9 A'}   | ${1} | ${'(900 − 180) / (9·0.995)'}      | ${'80.41'}
    ${'sell 8 A'}  | ${1} | ${'(160 + 800) / (8·1.005)'}      | ${'119.4'}
    ${'sell 9 A'}  | ${2} | ${'(180 + 5 + 900) / (9·1.01)'}   | ${'119.36'}
    ${'buy 40 A'}  | ${2} | ${'(4000 − 5 − 800) / (40·0.99)'} | ${'80.69'}
    ${'sell 40 A'} | ${2} | ${'(800 + 5 + 4000) / (40·1.01)'} | ${'118.93'}
    ${'sell 45 A'} | ${3} | ${'(900+205+4500) / (45·1.05)'}   | ${'118.62'}
    ${'buy 52 A'}  | ${2} | ${'(5200 − 5 − 1040) / (52·.99)'} | ${'80.72'}
    ${'buy 70 A'}  | ${3} | ${'(7000−205−1400) / (70·0.95)'}  | ${'81.13'}
  `('MAR-006 $order from 100 ends in tier $tier: $arithmetic = $at', ({ order, at }) => {
    const s = new Scripted({ mode: 'isolated', cash: 2000, tiers: THREE_TIERS })
    s.order(order)
    expect(shown(s)).toBe(at)
  })

  test('MAR-006 the notional at the solution decides the tier, not the notional now', () => {
    const s = new Scripted({ mode: 'isolated', cash: 2000, tiers: THREE_TIERS })
    s.order('sell 45 A')
    expect(exactLiquidationPriceOf(s.round, s.account(), A)?.times(45).gt(5000)).toBe(true)
    s.move({ A: '111.12' })
    expect(s.has('A')).toBe(true)
    expect(shown(s)).toBe('118.62')
  })

  test('MAR-006 margin that is added takes it farther away', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.transfer('A', 100)
    expect(shown(s)).toBe('70.36') // (1000 − 300) / 9.95
    s.transfer('A', 700)
    expect(shown(s)).toBeUndefined()
  })

  test('MAR-006 cash, other positions and their marks do not matter to it', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 20 B')
    s.order('buy 10 C', limit(80))
    s.move({ B: 110, C: 85 })
    expect(shown(s)).toBe('80.41')
  })

  test.each`
    mode          | before     | after
    ${'isolated'} | ${'80.41'} | ${'80.41'}
    ${'cross'}    | ${'50.26'} | ${'10.06'}
  `('MAR-006 $mode long 20, half of it closed at 90: $before becomes $after', ({ mode, before, after }) => {
    const s = new Scripted({ mode })
    s.order('buy 20 A')
    expect(shown(s)).toBe(before)
    s.move({ A: 90 })
    s.order('sell 10 A')
    expect(shown(s)).toBe(after)
  })
})

describe('the liquidation price of a cross position', () => {
  test.each`
    orders                   | marks         | fee        | arithmetic                          | at
    ${'buy 20 A'}            | ${{}}         | ${'0'}     | ${'(2000 − 1000) / 19.9'}           | ${'50.26'}
    ${'sell 20 A'}           | ${{}}         | ${'0'}     | ${'(1000 + 2000) / 20.1'}           | ${'149.25'}
    ${'buy 20 A, sell 10 B'} | ${{ B: 90 }}  | ${'0'}     | ${'(2000 − 1000 + 4.5 − 100)/19.9'} | ${'45.46'}
    ${'buy 20 A, sell 10 B'} | ${{ B: 110 }} | ${'0'}     | ${'(2000 − 1000 + 5.5 + 100)/19.9'} | ${'55.56'}
    ${'buy 20 A, sell 10 B'} | ${{}}         | ${'0.001'} | ${'(2000 − 1000 + 6) / 19.88'}      | ${'50.61'}
    ${'sell 20 A, buy 10 B'} | ${{ B: 110 }} | ${'0'}     | ${'(1000 − 5.5 + 100 + 2000)/20.1'} | ${'153.95'}
    ${'sell 20 A, buy 10 B'} | ${{ B: 90 }}  | ${'0'}     | ${'(1000 − 4.5 − 100 + 2000)/20.1'} | ${'144.05'}
  `('MAR-006 $orders at $marks, closing fee $fee: $arithmetic = $at', ({ orders, marks, fee, at }) => {
    const s = new Scripted({ rules: { closingFeeRate: rate(fee) } })
    for (const order of orders.split(', ')) s.order(order)
    s.move(marks)
    expect(shown(s)).toBe(at)
  })

  test('MAR-006 an isolated position takes its margin away from it and nothing more', () => {
    const s = new Scripted()
    s.mode('B', 'isolated')
    s.order('buy 20 A')
    s.order('buy 10 B')
    expect(shown(s)).toBe('60.31') // (2000 − 800) / 19.9
    s.move({ B: 85 })
    expect(shown(s)).toBe('60.31')
  })

  test('MAR-006 the tiers of the other positions count in what they require', () => {
    const s = new Scripted({ tiers: THREE_TIERS, cash: 2000 })
    s.order('buy 60 A')
    s.order('buy 30 B')
    const of = (id: string) => liquidationPriceOf(s.round, s.account(), instrumentId(id))?.toFixed()
    expect(of('B')).toBe('36.69') // (3000 − 2000 + 95) / 29.85
    expect(of('A')).toBe('67.51') // (6000 − 5 − 2000 + 15) / 59.4 in the second tier
  })
})

describe('how it is shown', () => {
  test.each`
    order         | exact          | rounded
    ${'buy 1 A'}  | ${'80.40201'}  | ${'80.41'}
    ${'sell 1 A'} | ${'119.40298'} | ${'119.4'}
  `('MAR-007 $order: $exact is shown as $rounded, against the player', ({ order, exact, rounded }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order(order)
    expect(exactLiquidationPriceOf(s.round, s.account(), A)?.toFixed(5, 1)).toBe(exact)
    expect(shown(s)).toBe(rounded)
  })

  test('MAR-007 a price on its increment is shown as it is', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 10 })
    s.order('buy 10 A')
    s.transfer('A', '4.5')
    expect(shown(s)).toBe('90') // (1000 − 104.5) / 9.95
  })

  test.each`
    wishes                               | order         | why
    ${{ mode: 'cross' }}                 | ${'buy 5 A'}  | ${'a long of 500 cannot lose 1,000'}
    ${{ mode: 'cross' }}                 | ${'buy 10 A'} | ${'at nothing it would have lost exactly all'}
    ${{ mode: 'isolated', leverage: 1 }} | ${'buy 10 A'} | ${'its whole cost is its margin'}
  `('MAR-007 there is none for $order: $why', ({ wishes, order }: { wishes: Wishes; order: string }) => {
    const s = new Scripted(wishes)
    s.order(order)
    expect(shown(s)).toBeUndefined()
  })

  test('MAR-007 a short has always one, a seat without a position never', () => {
    const s = new Scripted()
    expect(shown(s)).toBeUndefined()
    s.order('sell 0.001 A')
    expect(shown(s)).toBe('995124.37') // (1000 + 0.1) / 0.001005
  })

  test.each`
    order          | mode          | leverage
    ${'buy 9 A'}   | ${'isolated'} | ${5}
    ${'sell 9 A'}  | ${'isolated'} | ${5}
    ${'buy 60 A'}  | ${'isolated'} | ${10}
    ${'sell 60 A'} | ${'isolated'} | ${10}
    ${'sell 12 A'} | ${'cross'}    | ${5}
    ${'buy 40 A'}  | ${'cross'}    | ${5}
  `('MAR-006 $order $mode at $leverage x lives one increment before it and not one after', (row) => {
    const s = new Scripted({ mode: row.mode, leverage: row.leverage, tiers: THREE_TIERS })
    s.order(row.order)
    s.order('buy 2 B')
    const at = liquidationPriceOf(s.round, s.account(), A)
    if (!at) throw new Error('there is a liquidation price')
    const away = row.order.startsWith('buy') ? '0.01' : '-0.01'
    s.move({ A: at.plus(away).toFixed() })
    expect(s.has('A')).toBe(true)
    s.move({ A: at.minus(away).toFixed() })
    expect(s.has('A')).toBe(false)
  })

  test.each`
    side  | wallet   | why
    ${1}  | ${2000}  | ${'more than the position could lose'}
    ${-1} | ${-1000} | ${'a debt as large as the proceeds'}
  `('MAR-006 no tier solves it with a wallet of $wallet: $why', ({ side, wallet }) => {
    const inputs = {
      side,
      quantity: quantity(10),
      entryCost: money(1000 * side),
      wallet: money(wallet),
      otherUnrealizedPnl: money(0),
      otherRequirement: money(side === 1 ? 0 : 205),
      closingFeeRate: rate(0),
    }
    expect(liquidationPriceAcrossTiers(inputs, THREE_TIERS)).toBeNull()
  })
})
