import { known } from '../assert.ts'
import type { Account } from '../margin/account.ts'
import { crossBucket, type Market, markOf, standingOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { bankruptcyPriceOf, freeMargin, liquidationPriceOf } from '../margin/risk.ts'
import type { SeatId } from '../number/ids.ts'
import { larger, type Money, minus, NO_MONEY, type Price, type Rate, rate } from '../number/units.ts'
import { fillOf, waitingTerms } from '../orders/book-order.ts'
import { type Fill, type FillEffect, withFill } from '../orders/fill.ts'
import type { OrderRequest } from '../orders/order.ts'
import type { Rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { type OrderPlan, planOrder } from './check-order.ts'

/**
 * What an order would do, shown before the button: the same figures that the deed will have at the same mark.
 */
export interface OrderPreview {
  readonly rejection: Rejection | null
  /** Whether it would fill now or wait for its price. */
  readonly fillsNow: boolean
  /** Null when it would do nothing. */
  readonly effect: FillEffect | null
  readonly price: Price
  readonly fee: Money
  /** What the order takes out of free margin, fee included, simulated dollars; never negative. */
  readonly margin: Money
  /** The position after the fill, or null when it would be closed. */
  readonly after: Position | null
  readonly liquidationPrice: Price | null
  readonly bankruptcyPrice: Price | null
  /** How far the mark is from the liquidation price, as a share of the mark; null when there is none. */
  readonly distance: Rate | null
  /** What can be lost: the isolated position's margin, or the whole equity behind a cross position. */
  readonly atRisk: Money
  readonly freeMarginAfter: Money
}

/** Works out what an order would do to a seat's account now. Works on a seat's view. */
export function previewOrder(round: Round, seat: SeatId, request: OrderRequest): OrderPreview {
  const account = known(round.accounts.get(seat), 'a preview is for a seat of the view')
  const plan = planOrder(round, seat, request)
  const fill = plan.do === 'fill' ? plan.fill : wouldFill(round, account, request)
  const terms = waitingTerms(round, request, request.quantity)
  if (!fill) return empty(round, account, { plan, price: terms.price })
  const after = plan.do === 'fill' ? plan.account : withFill(account, fill, round.tick)
  const free = { before: freeMargin(round, account), after: freeMargin(round, after) }
  return {
    rejection: plan.do === 'reject' ? plan.rejection : null,
    fillsNow: plan.do === 'fill',
    effect: fill.effect,
    price: fill.price,
    fee: fill.fee,
    margin: larger(NO_MONEY, minus(free.before, free.after)),
    freeMarginAfter: free.after,
    ...exposure(round, after, request),
  }
}

/** A refused order is still shown as it would be, if its figures make sense. */
function wouldFill(round: Round, account: Account, request: OrderRequest): Fill | null {
  if (request.quantity.lte(0)) return null
  return fillOf({ market: round, account }, request, waitingTerms)
}

function exposure(round: Round, after: Account, { instrument }: OrderRequest) {
  const position = after.positions.get(instrument) ?? null
  const mark = markOf(round, instrument)
  const liquidationPrice = liquidationPriceOf(round, after, instrument)
  const distance = liquidationPrice ? rate(minus(mark, liquidationPrice).abs().div(mark)) : null
  return {
    after: position,
    liquidationPrice,
    bankruptcyPrice: bankruptcyPriceOf(round, after, instrument),
    distance,
    atRisk: atRisk(round, after, position),
  }
}

/** What stands behind a position and can be lost with it, simulated dollars. */
export function atRisk(market: Market, account: Account, position: Position | null): Money {
  if (!position) return NO_MONEY
  if (position.marginMode === 'isolated') return position.margin
  return larger(NO_MONEY, standingOf(market, account, crossBucket(account)).equity)
}

function empty(
  round: Round,
  account: Account,
  { plan, price }: { plan: OrderPlan; price: Price },
): OrderPreview {
  return {
    rejection: plan.do === 'reject' ? plan.rejection : null,
    fillsNow: false,
    effect: null,
    price,
    fee: NO_MONEY,
    margin: NO_MONEY,
    after: null,
    liquidationPrice: null,
    bankruptcyPrice: null,
    distance: null,
    atRisk: NO_MONEY,
    freeMarginAfter: freeMargin(round, account),
  }
}
