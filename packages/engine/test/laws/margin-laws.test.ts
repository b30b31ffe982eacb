import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Account,
  bankruptcyPriceOf,
  Decimal,
  deriveTiers,
  exactLiquidationPriceOf,
  instrumentId,
  instrumentOf,
  isLiquidatable,
  type Market,
  maintenanceMargin,
  money,
  type Position,
  price,
  sideOf,
  standingOf,
} from '../../src/index.ts'
import { bucketOf } from '../../src/margin/risk.ts'
import { type AccountRow, accountOf, type GivenPosition, marketOf } from '../vectors/account.ts'

const decimal = (least: number, most: number, places: number) =>
  fc.integer({ min: least * 10 ** places, max: most * 10 ** places }).map((units) => fixed(units, places))

const fixed = (units: number, places: number): string => new Decimal(units).div(10 ** places).toFixed()

/** Up to four tiers whose floors and rates rise. */
const tiers: fc.Arbitrary<readonly (readonly [string, string])[]> = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 20_000 }), fc.integer({ min: 1, max: 80 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((steps) => {
    let floor = 0
    let permille = 0
    return steps.map(([width, rise], index) => {
      permille += rise
      if (index > 0) floor += width
      return [String(floor), fixed(permille, 3)] as const
    })
  })

const position = (instrument: string): fc.Arbitrary<GivenPosition> =>
  fc.record({
    instrument: fc.constant(instrument),
    size: decimal(-50, 50, 1).filter((units) => units !== '0'),
    entryPrice: decimal(10, 400, 2),
    markPrice: decimal(10, 400, 2),
    leverage: fc.integer({ min: 1, max: 20 }).map(String),
    margin: decimal(0, 4000, 2),
    tiers,
  })

const account: fc.Arbitrary<AccountRow> = fc.record({
  id: fc.constant('any'),
  source: fc.constant('chance'),
  tolerance: fc.constant({}),
  mode: fc.constantFrom('cross' as const, 'isolated' as const),
  cash: decimal(0, 30_000, 2),
  closingFeeRate: decimal(0, 0.02, 3),
  positions: fc.tuple(position('A'), position('B'), position('C')),
  expected: fc.constant({}),
})

const A = instrumentId('A')

interface Seen {
  readonly row: AccountRow
  readonly market: Market
  readonly account: Account
  readonly held: Position
}

function seen(given: AccountRow): Seen {
  const isolated = given.mode === 'isolated'
  const positions = given.positions.map((held) => (isolated ? held : { ...held, margin: '0' }))
  const row = { ...given, positions }
  const account = accountOf(row)
  const held = account.positions.get(A)
  if (!held) throw new Error('every account has a position in A')
  return { row, account, held, market: marketOf(row) }
}

/** The same account with another mark of A and nothing else changed. */
const marked = ({ market }: Seen, mark: Decimal): Market => ({
  ...market,
  marks: new Map(market.marks).set(A, price(mark)),
})

/** Equity less requirement of the bucket that answers for A. */
function health(given: Seen, mark: Decimal): Decimal {
  const standing = standingOf(marked(given, mark), given.account, bucketOf(given.account, given.held))
  return standing.equity.minus(standing.requirement)
}

const isInTroubleAt = (given: Seen, mark: Decimal): boolean =>
  isLiquidatable(marked(given, mark), given.account, bucketOf(given.account, given.held))

const liquidationOf = ({ market, account }: Seen): Decimal | null =>
  exactLiquidationPriceOf(market, account, A)

/** How far the price of trouble is from where a position is safe: nothing is the farthest. */
function danger(given: Seen): Decimal {
  const found = liquidationOf(given)
  if (sideOf(given.held) === 1) return found ?? new Decimal(0)
  return found === null ? new Decimal(0) : found.negated()
}

const always = (law: (given: Seen) => void): void =>
  fc.assert(
    fc.property(account, (row) => law(seen(row))),
    { numRuns: 500 },
  )

describe('the liquidation price', () => {
  test('MAR-006 there, and nowhere else, equity is the requirement', () => {
    let found = 0
    always((given) => {
      const at = liquidationOf(given)
      if (at === null) return
      found += 1
      expect(health(given, at).abs().lt('1e-40')).toBe(true)
      const worse = sideOf(given.held) === 1 ? '0.999999' : '1.000001'
      const better = sideOf(given.held) === 1 ? '1.000001' : '0.999999'
      expect(isInTroubleAt(given, at.times(worse))).toBe(true)
      expect(isInTroubleAt(given, at.times(better))).toBe(false)
    })
    expect(found).toBeGreaterThan(100)
  })

  test('MAR-007 where there is none, no positive mark makes a difference', () => {
    let none = 0
    always((given) => {
      if (liquidationOf(given) !== null) return
      none += 1
      const [lowest, highest] = [new Decimal('1e-12'), new Decimal('1e12')]
      expect(isInTroubleAt(given, lowest)).toBe(isInTroubleAt(given, highest))
    })
    expect(none).toBeGreaterThan(20)
  })

  test.each([
    ['more money', ({ row }: Seen) => withMoney(row, '100')],
    ['a lower closing fee', ({ row }: Seen) => ({ ...row, closingFeeRate: '0' })],
    ['lower rates', ({ row }: Seen) => withRates(row, '0.5')],
    ['a profit of another position', ({ row }: Seen) => withProfit(row)],
  ] as const)('MAR-006 with %s it is not nearer', (_, better) => {
    always((given) => {
      expect(danger(seen(better(given))).lte(danger(given))).toBe(true)
    })
  })
})

const withMoney = (row: AccountRow, more: string): AccountRow => ({
  ...row,
  cash: money(row.cash).plus(more).toFixed(),
  positions: row.positions.map((held) => ({
    ...held,
    margin: money(held.margin ?? 0)
      .plus(more)
      .toFixed(),
  })),
})

const withRates = (row: AccountRow, share: string): AccountRow => ({
  ...row,
  positions: row.positions.map((held) => ({
    ...held,
    tiers: held.tiers.map(([floor, rate]) => [floor, new Decimal(rate).times(share).toFixed()] as const),
  })),
})

/** B was entered where it is better for it; its notional, and so what it requires, stays. */
const withProfit = (row: AccountRow): AccountRow => ({
  ...row,
  positions: row.positions.map((held) =>
    held.instrument === 'B'
      ? {
          ...held,
          entryPrice: new Decimal(held.entryPrice).plus(held.size.startsWith('-') ? 5 : -5).toFixed(),
        }
      : held,
  ),
})

describe('the bankruptcy price', () => {
  test('MAR-008 there the bucket holds nothing, and it lies beyond the liquidation price', () => {
    let found = 0
    always((given) => {
      const { market, account, held } = given
      const at = bankruptcyPriceOf(market, account, A)
      if (at === null) return
      found += 1
      const { equity } = standingOf(marked(given, at), account, bucketOf(account, held))
      expect(equity.abs().lt('1e-40')).toBe(true)
      const liquidation = liquidationOf(given)
      if (liquidation === null) return
      expect(liquidation.minus(at).times(sideOf(held)).gt(0)).toBe(true)
    })
    expect(found).toBeGreaterThan(100)
  })
})

describe('maintenance', () => {
  const asked = (given: Seen, notional: Decimal): Decimal =>
    maintenanceMargin(instrumentOf(given.market, A), money(notional))

  test('MAR-003 it rises with the notional, ever faster, and stays below it', () => {
    fc.assert(
      fc.property(
        account,
        fc.integer({ min: 1, max: 60_000 }),
        fc.integer({ min: 1, max: 9000 }),
        (row, n, step) => {
          const given = seen(row)
          const [low, middle, high] = [0, step, 2 * step].map((more) => asked(given, new Decimal(n + more)))
          if (!low || !middle || !high) throw new Error('three notionals')
          expect(middle.gt(low)).toBe(true)
          expect(high.minus(middle).gte(middle.minus(low))).toBe(true)
          expect(high.lt(n + 2 * step)).toBe(true)
        },
      ),
      { numRuns: 500 },
    )
  })

  test('MAR-003 half a unit below a floor and half a unit above it differ by no more than a rate', () => {
    fc.assert(
      fc.property(tiers, (rows) => {
        const table = deriveTiers(rows.map(([floor, maintenanceRate]) => ({ floor, maintenanceRate })))
        for (const [index, tier] of table.entries()) {
          const below = table[index - 1]
          if (!below) continue
          const under = tier.floor.minus('0.5').times(below.maintenanceRate).minus(below.maintenanceAmount)
          const over = tier.floor.plus('0.5').times(tier.maintenanceRate).minus(tier.maintenanceAmount)
          expect(over.minus(under).gt(0)).toBe(true)
          expect(over.minus(under).lte(tier.maintenanceRate)).toBe(true)
        }
      }),
    )
  })
})
