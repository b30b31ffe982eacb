import type { Decimal } from '../number/decimal.ts'
import type { InstrumentId } from '../number/ids.ts'
import { priceDown, priceUp } from '../number/rounding.ts'
import { type Money, minus, money, type Price, price, quantityOf, sum } from '../number/units.ts'
import { orderMargin } from '../orders/reserve.ts'
import type { Account } from './account.ts'
import {
  type Bucket,
  type BucketStanding,
  crossBucket,
  instrumentOf,
  isolatedBuckets,
  type Market,
  markOf,
  requirementOf,
  standingOf,
} from './bucket.ts'
import { liquidationPriceAcrossTiers, solveBankruptcyPrice } from './liquidation-price.ts'
import { entryPrice, type Position, sideOf, unrealizedPnl } from './position.ts'

/** How a bucket stands, with the level its tank shows. */
export interface BucketRisk extends BucketStanding {
  /**
   * Equity above the requirement over initial margin above it: 1 as opened, 0 where it is liquidated. For
   * display.
   */
  readonly buffer: number
}

/** How an account stands at the marks, simulated dollars throughout. */
export interface Risk {
  /** Cash, margins and unrealised P&L. */
  readonly equity: Money
  readonly cross: BucketRisk
  readonly isolated: ReadonlyMap<InstrumentId, BucketRisk>
  /**
   * What a new order may use: cross equity less initial margins and order margin. May be negative while
   * healthy.
   */
  readonly freeMargin: Money
  readonly orderMargin: Money
  readonly unrealizedPnl: Money
  readonly initialMargin: Money
}

/** How an account stands at the marks. */
export function riskOf(market: Market, account: Account): Risk {
  const cross = withBuffer(standingOf(market, account, crossBucket(account)))
  const isolated = new Map<InstrumentId, BucketRisk>()
  for (const bucket of isolatedBuckets(account)) {
    for (const position of bucket.positions) {
      isolated.set(position.instrument, withBuffer(standingOf(market, account, bucket)))
    }
  }
  const reserved = orderMargin(account, market.config.rules)
  const standings = [cross, ...isolated.values()]
  return {
    equity: sum(standings.map((standing) => standing.equity)),
    cross,
    isolated,
    freeMargin: money(cross.equity.minus(cross.initialMargin).minus(reserved)),
    orderMargin: reserved,
    unrealizedPnl: sum(standings.map((standing) => standing.unrealizedPnl)),
    initialMargin: sum(standings.map((standing) => standing.initialMargin)),
  }
}

/** Cash, margins and unrealised P&L at the marks, simulated dollars. Exact. */
export function equityOf(market: Market, account: Account): Money {
  let equity: Decimal = account.cash
  for (const position of account.positions.values()) {
    equity = equity.plus(position.margin).plus(unrealizedPnl(position, markOf(market, position.instrument)))
  }
  return money(equity)
}

/** What a new order may use, simulated dollars: cross equity less initial margins and order margin. */
export function freeMargin(market: Market, account: Account): Money {
  const cross = standingOf(market, account, crossBucket(account))
  return money(cross.equity.minus(cross.initialMargin).minus(orderMargin(account, market.config.rules)))
}

/**
 * What may be spent without making cross positions liquidatable, simulated dollars: the free margin, or less
 * where a higher tier has lifted a requirement above the initial margin.
 */
export function spendableMargin(market: Market, account: Account): Money {
  const cross = standingOf(market, account, crossBucket(account))
  return money(cross.equity.minus(cross.committedMargin).minus(orderMargin(account, market.config.rules)))
}

/**
 * The mark at which a position would be liquidated while every other mark stays, rounded against the player
 * to the price increment. Null when no positive price would. In cross mode for display only: it moves with
 * the other marks.
 */
export function liquidationPriceOf(market: Market, account: Account, id: InstrumentId): Price | null {
  const solution = exactLiquidationPriceOf(market, account, id)
  const position = account.positions.get(id)
  if (solution === null || !position) return null
  const round = sideOf(position) === 1 ? priceUp : priceDown
  const shown = round(solution, instrumentOf(market, id).priceIncrement)
  return shown.gt(0) ? shown : null
}

/** The same mark, simulated dollars per unit, before it is rounded for display. */
export function exactLiquidationPriceOf(market: Market, account: Account, id: InstrumentId): Price | null {
  const position = account.positions.get(id)
  if (!position) return null
  const bucket = bucketOf(account, position)
  const others = bucket.positions.filter((other) => other.instrument !== id)
  const inputs = {
    side: sideOf(position),
    quantity: quantityOf(position.size),
    entryCost: position.entryCost,
    wallet: bucket.wallet,
    otherUnrealizedPnl: sum(others.map((other) => unrealizedPnl(other, markOf(market, other.instrument)))),
    otherRequirement: sum(others.map((other) => requirementOf(market, other))),
    closingFeeRate: market.config.rules.closingFeeRate,
  }
  const solution = liquidationPriceAcrossTiers(inputs, instrumentOf(market, id).tiers)
  return solution === null ? null : price(solution)
}

/**
 * The mark at which a position's bucket would hold nothing, unrounded; null when that is not a positive
 * price.
 */
export function bankruptcyPriceOf(market: Market, account: Account, id: InstrumentId): Price | null {
  const position = account.positions.get(id)
  if (!position) return null
  const bucket = bucketOf(account, position)
  const isolated = bucket.mode === 'isolated'
  const solution = solveBankruptcyPrice({
    side: sideOf(position),
    quantity: quantityOf(position.size),
    at: isolated ? entryPrice(position) : markOf(market, id),
    equity: isolated ? position.margin : standingOf(market, account, bucket).equity,
  })
  return solution === null ? null : price(solution)
}

/** The bucket that answers for a position. */
export const bucketOf = (account: Account, position: Position): Bucket =>
  position.marginMode === 'cross'
    ? crossBucket(account)
    : { mode: 'isolated', positions: [position], wallet: position.margin }

function withBuffer(standing: BucketStanding): BucketRisk {
  const span = minus(standing.initialMargin, standing.requirement)
  const above = minus(standing.equity, standing.requirement)
  const buffer = span.gt(0) ? above.div(span).toNumber() : Number(above.gte(0))
  return { ...standing, buffer }
}
