import { known } from '../assert.ts'
import type { ImpactBook, InstrumentImpact } from '../market/impact/book.ts'
import type { ImpactRule } from '../market/impact/rule.ts'
import type { Instrument } from '../market/instrument.ts'
import { type Decimal, ZERO } from '../number/decimal.ts'
import type { InstrumentId } from '../number/ids.ts'
import { charge } from '../number/rounding.ts'
import { larger, type Money, money, notionalOf, type Price } from '../number/units.ts'
import type { Rules } from '../round/config.ts'
import type { Account } from './account.ts'
import { type Position, unrealizedPnl } from './position.ts'
import { initialMargin, requirement } from './requirement.ts'

/** What a question about margin is asked against: the marks and the rules. A round is one. */
export interface Market {
  readonly marks: ReadonlyMap<InstrumentId, Price>
  readonly config: {
    readonly instruments: readonly Instrument[]
    readonly rules: Rules
    readonly market?: { readonly impact?: ImpactRule }
  }
  /** What trades did to each mark, where they move prices; and in the whole round the trades since then. */
  readonly impacts?: ReadonlyMap<InstrumentId, InstrumentImpact>
  readonly secret?: { readonly books: ReadonlyMap<InstrumentId, ImpactBook> } | null
}

/**
 * Money that answers for the same positions: one isolated position, or every cross position of an account.
 */
export interface Bucket {
  readonly mode: 'cross' | 'isolated'
  readonly positions: readonly Position[]
  /** The isolated margin, or the shared cash, simulated dollars. */
  readonly wallet: Money
}

/** How a bucket stands at the marks. Exact. */
export interface BucketStanding {
  /** Wallet and unrealised P&L, simulated dollars. */
  readonly equity: Money
  /** Maintenance and closing fees, simulated dollars. */
  readonly requirement: Money
  readonly initialMargin: Money
  /** Of each position its initial margin or, where that is more, its requirement: not to be spent. */
  readonly committedMargin: Money
  readonly unrealizedPnl: Money
  readonly notional: Money
}

/** The mark of an instrument, simulated dollars per unit. */
export const markOf = (market: Market, instrument: InstrumentId): Price =>
  known(market.marks.get(instrument), 'every instrument has a mark')

/** The definition of an instrument of the round. */
export const instrumentOf = (market: Market, id: InstrumentId): Instrument =>
  known(
    market.config.instruments.find((instrument) => instrument.id === id),
    'a position is in an instrument of the round',
  )

/** The account's cross positions and the cash they share. */
export const crossBucket = (account: Account): Bucket => ({
  mode: 'cross',
  positions: [...account.positions.values()].filter((position) => position.marginMode === 'cross'),
  wallet: account.cash,
})

/** The account's isolated positions, each with its own margin. */
export const isolatedBuckets = (account: Account): readonly Bucket[] =>
  [...account.positions.values()]
    .filter((position) => position.marginMode === 'isolated')
    .map((position) => ({ mode: 'isolated', positions: [position], wallet: position.margin }))

/** How a bucket stands at the marks. */
export function standingOf(market: Market, account: Account, bucket: Bucket): BucketStanding {
  let pnl: Decimal = ZERO
  let required: Decimal = ZERO
  let initial: Decimal = ZERO
  let committed: Decimal = ZERO
  let total: Decimal = ZERO
  for (const position of bucket.positions) {
    const mark = markOf(market, position.instrument)
    const notional = notionalOf(position.size, mark)
    const setting = known(
      account.settings.get(position.instrument),
      'an account has a setting for every instrument',
    )
    const needed = requirementOf(market, position)
    pnl = pnl.plus(unrealizedPnl(position, mark))
    required = required.plus(needed)
    const opening = initialMargin(notional, setting.leverage)
    initial = initial.plus(opening)
    committed = committed.plus(larger(opening, charge(needed)))
    total = total.plus(notional)
  }
  return {
    equity: money(bucket.wallet.plus(pnl)),
    requirement: money(required),
    initialMargin: money(initial),
    committedMargin: money(committed),
    unrealizedPnl: money(pnl),
    notional: money(total),
  }
}

/** Maintenance and closing fee of one position at its mark, simulated dollars. Exact. */
export const requirementOf = (market: Market, position: Position): Money =>
  requirement(
    instrumentOf(market, position.instrument),
    notionalOf(position.size, markOf(market, position.instrument)),
    market.config.rules.closingFeeRate,
  )

/**
 * Strictly below: at equality the bucket lives. Debt without a position is not liquidatable: nothing is left
 * to close.
 */
export const isLiquidatable = (market: Market, account: Account, bucket: Bucket): boolean => {
  if (bucket.positions.length === 0) return false
  const standing = standingOf(market, account, bucket)
  return standing.equity.lt(standing.requirement)
}

/** Whether any bucket of an account is liquidatable, decided exactly. */
export const isInTrouble = (market: Market, account: Account): boolean =>
  [...isolatedBuckets(account), crossBucket(account)].some((bucket) =>
    isLiquidatable(market, account, bucket),
  )
