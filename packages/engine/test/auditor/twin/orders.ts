import type { OrderRequest } from '../../../src/index.ts'
import { bookTrade, type TwinTrade } from './fill.ts'
import { closable, initialOf, isolatedFails, requirementAt, spendable } from './margin.ts'
import { least, NONE, Num } from './numbers.ts'
import {
  accountOf,
  ghostOf,
  heldIn,
  instrumentOf,
  markOf,
  note,
  settingOf,
  type TwinAccount,
  type TwinOrder,
  type TwinRound,
} from './round.ts'

/** ORD-014. */
const WAITING_MAX = 50

/** Whether a mark fills an order: ORD-001 to ORD-004. */
function isDue(order: TwinOrder, mark: Num): boolean {
  if (!order.price) return true
  const whenHigh = order.type === 'stop' ? order.buys : !order.buys
  return whenHigh ? mark.gte(order.price) : mark.lte(order.price)
}

/** Places an order, or says the first reason why not, in the order of the list (ORD-012). */
export function placeOrder(round: TwinRound, seat: string, request: OrderRequest): string | null {
  const account = accountOf(round, seat)
  const order = read(account, request)
  const refused = refusedFigures(round, account, { order, request }) ?? refusedNow(round, account, order)
  if (refused) return refused
  const due = isDue(order, markOf(round, order.instrument))
  if (!onlyReduces(account, order)) {
    const ghost = ghostOf(round, seat)
    if (due) bookTrade(ghost.round, ghost.account, tradeOf(round, ghost.account, { order, waited: false }))
    else ghost.account.orders.push(order)
    const after = sizeAfter(account, order).abs()
    const tight = refusedTier(round, account, { order, after, price: priceOf(round, order) })
    if (tight) return tight
    if (spendable(ghost.round, ghost.account).isNegative()) return 'margin_insufficient'
    const held = due ? heldIn(ghost.account, order.instrument) : undefined
    if (held?.isolated && isolatedFails(ghost.round, held)) return 'margin_insufficient'
  }
  account.placed += 1
  note(round, 'placed', seat, order.id)
  if (due) fill(round, account, { order, waited: false })
  else account.orders.push(order)
  return null
}

const read = (account: TwinAccount, request: OrderRequest): TwinOrder => {
  const price = request.limitPrice ?? request.triggerPrice
  return {
    id: `${account.seat}-o${account.placed + 1}`,
    instrument: request.instrument,
    buys: request.side === 'buy',
    type: request.type,
    quantity: new Num(request.quantity),
    price: price && new Num(price),
    reduceOnly: request.reduceOnly,
  }
}

/** ORD-006, and the instrument's largest position. */
function refusedFigures(
  round: TwinRound,
  account: TwinAccount,
  { order, request }: { order: TwinOrder; request: OrderRequest },
): string | null {
  const { sizeIncrement, priceIncrement, quantityMax } = instrumentOf(round, order.instrument)
  if (order.quantity.lte(0)) return 'quantity_not_positive'
  if (!order.quantity.mod(sizeIncrement).isZero()) return 'quantity_off_increment'
  if (order.quantity.gt(quantityMax)) return 'quantity_above_max'
  if (!onlyReduces(account, order) && sizeAfter(account, order).abs().gt(quantityMax))
    return 'quantity_above_max'
  const [wanted, unwanted] =
    order.type === 'limit'
      ? [request.limitPrice, request.triggerPrice]
      : [request.triggerPrice, request.limitPrice]
  if (order.type !== 'market' && wanted === null) return 'price_missing'
  if (unwanted !== null || (order.type === 'market' && wanted !== null)) return 'price_unexpected'
  if (order.price?.lte(0)) return 'price_not_positive'
  if (order.price && !order.price.mod(priceIncrement).isZero()) return 'price_off_increment'
  return null
}

/** ORD-005, ORD-014 and ORD-007. */
function refusedNow(round: TwinRound, account: TwinAccount, order: TwinOrder): string | null {
  const due = isDue(order, markOf(round, order.instrument))
  if (due && (order.type === 'stop' || order.type === 'take-profit')) return 'trigger_already_met'
  if (!due && account.orders.length >= WAITING_MAX) return 'orders_too_many'
  if (order.reduceOnly && closable(account, order).isZero()) return 'nothing_to_reduce'
  return null
}

/** MAR-015: what an order leaves open needs an initial margin that is no less than its requirement. */
export function refusedTier(
  round: TwinRound,
  account: TwinAccount,
  { order, after, price }: { order: { instrument: string }; after: Num; price: Num },
): string | null {
  const notional = after.times(price).abs()
  const initial = initialOf(notional, settingOf(account, order.instrument).leverage)
  return initial.lt(requirementAt(round, order.instrument, notional)) ? 'leverage_above_tier' : null
}

const sizeAfter = (account: TwinAccount, order: TwinOrder): Num => {
  const held = heldIn(account, order.instrument)?.size ?? NONE
  return held.plus(order.buys ? order.quantity : order.quantity.negated())
}

/** ORD-008: whether the order can only make the account safer. */
const onlyReduces = (account: TwinAccount, order: TwinOrder): boolean =>
  order.reduceOnly || (order.quantity.gt(0) && closable(account, order).gte(order.quantity))

/** What an order that fills at once fills at, and what one that waits will. */
const priceOf = (round: TwinRound, order: TwinOrder): Num => {
  const mark = markOf(round, order.instrument)
  return order.price && !isDue(order, mark) ? order.price : mark
}

/** The trade of an order: a taker at the mark, or a maker that waited at its own price (ORD-002, ORD-016). */
function tradeOf(
  round: TwinRound,
  account: TwinAccount,
  { order, waited }: { order: TwinOrder; waited: boolean },
): TwinTrade {
  const makes = waited && order.type === 'limit' && order.price !== null
  return {
    instrument: order.instrument,
    buys: order.buys,
    quantity: order.reduceOnly ? least(order.quantity, closable(account, order)) : order.quantity,
    price: makes && order.price ? order.price : markOf(round, order.instrument),
    feeRate: makes ? round.rules.maker : round.rules.taker,
  }
}

/** Fills an order, settles a loss beyond an isolated margin, and takes idle orders back (ORD-011). */
function fill(
  round: TwinRound,
  account: TwinAccount,
  { order, waited }: { order: TwinOrder; waited: boolean },
): void {
  const trade = tradeOf(round, account, { order, waited })
  const { effect, pnl, fee, beyond } = bookTrade(round, account, trade)
  const way = trade.buys ? 'buy' : 'sell'
  note(round, 'filled', account.seat, order.id, order.instrument, way, trade.quantity, trade.price)
  note(round, 'which is', effect, 'pnl', pnl, 'fee', fee)
  if (beyond.gt(0)) {
    const paid = least(beyond, round.fund)
    round.fund = round.fund.minus(paid)
    round.house = round.house.plus(paid)
    round.uncovered = round.uncovered.plus(beyond).minus(paid)
    note(round, 'settled', account.seat, 'isolated', beyond.minus(paid))
  }
  cancelIdle(round, account, order.instrument)
}

/** ORD-011. */
export function cancelIdle(round: TwinRound, account: TwinAccount, instrument: string): void {
  cancelAll(round, account, {
    reason: 'nothing_to_reduce',
    which: (order) =>
      order.instrument === instrument && order.reduceOnly && closable(account, order).isZero(),
  })
}

/** Takes orders back, in the order of placement. */
export function cancelAll(
  round: TwinRound,
  account: TwinAccount,
  { reason, which }: { reason: string; which: (order: TwinOrder) => boolean },
): void {
  for (const order of account.orders.filter(which)) note(round, 'cancelled', account.seat, order.id, reason)
  account.orders = account.orders.filter((order) => !which(order))
}

/** Fills what the new marks reach, seat by seat and in the order of placement (RND-003, ORD-010). */
export function triggerOrders(round: TwinRound): void {
  for (const account of round.accounts) {
    for (const order of [...account.orders]) {
      if (!account.orders.includes(order) || !isDue(order, markOf(round, order.instrument))) continue
      const unfit = unfitReason(round, account, order)
      if (unfit) cancelAll(round, account, { reason: unfit, which: ({ id }) => id === order.id })
      else {
        account.orders = account.orders.filter(({ id }) => id !== order.id)
        fill(round, account, { order, waited: true })
      }
    }
  }
}

/** ORD-010: why an order whose price has come cannot be filled. */
function unfitReason(round: TwinRound, account: TwinAccount, order: TwinOrder): string | null {
  if (order.reduceOnly && closable(account, order).isZero()) return 'nothing_to_reduce'
  if (onlyReduces(account, order)) return null
  const ghost = ghostOf(round, account.seat)
  ghost.account.orders = ghost.account.orders.filter(({ id }) => id !== order.id)
  const trade = tradeOf(round, ghost.account, { order, waited: true })
  const after = sizeAfter(account, order).abs()
  if (after.gt(instrumentOf(round, order.instrument).quantityMax)) return 'quantity_above_max'
  if (refusedTier(round, account, { order, after, price: trade.price })) return 'leverage_above_tier'
  bookTrade(ghost.round, ghost.account, trade)
  return spendable(ghost.round, ghost.account).isNegative() ? 'margin_insufficient' : null
}
