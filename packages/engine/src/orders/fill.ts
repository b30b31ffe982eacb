import { assert, known } from '../assert.ts'
import { cashOf, HOUSE, move } from '../ledger/post.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account, TradeSetting } from '../margin/account.ts'
import type { Position } from '../margin/position.ts'
import { marginOf, postToAccount } from '../margin/post.ts'
import { initialMargin } from '../margin/requirement.ts'
import { Decimal } from '../number/decimal.ts'
import type { InstrumentId } from '../number/ids.ts'
import { charge, credit } from '../number/rounding.ts'
import {
  larger,
  type Money,
  minus,
  money,
  NO_MONEY,
  negated,
  notionalOf,
  type Price,
  plus,
  type Quantity,
  quantity,
  type Rate,
  type Size,
  size,
  smaller,
  worth,
} from '../number/units.ts'
import type { MarginMode } from '../round/config.ts'
import { type Side, signOf } from './order.ts'

/** What a fill does to a position. */
export type FillEffect = 'open' | 'increase' | 'reduce' | 'close' | 'flip'

/** A position after a fill: its size and what that size cost. */
export interface PositionChange {
  /** Zero when the position is closed. */
  readonly size: Size
  readonly entryCost: Money
}

/** A trade to be booked: so much of an instrument at one price. */
export interface Trade {
  readonly instrument: InstrumentId
  readonly side: Side
  readonly quantity: Quantity
  readonly price: Price
  readonly feeRate: Rate
  /** What cross money can pay of a fee for closing, simulated dollars: reducing is never refused for it. */
  readonly feeMax: Money
}

/** A trade as it is booked. */
export interface Booking {
  readonly instrument: InstrumentId
  readonly side: Side
  readonly quantity: Quantity
  readonly price: Price
  readonly effect: FillEffect
  readonly marginMode: MarginMode
  readonly realizedPnl: Money
  readonly fee: Money
  readonly after: PositionChange
  readonly postings: readonly Posting[]
}

/** What a trade does to an account, worked out before anything changes. */
export interface Fill extends Booking {
  /** Loss beyond an isolated margin, which the player does not owe, simulated dollars. */
  readonly uncovered: Money
}

/** What closing a part of a position realises, leaves behind and gives back of an isolated margin. */
export interface Closing {
  readonly pnl: Money
  readonly remaining: PositionChange
  readonly released: Money
}

/**
 * What a trade does: open, increase, reduce, close, or flip (a full close, then a fresh open at the same
 * price). Isolated: opening adds `price·q / leverage` of margin, closing releases margin pro rata and loses
 * no more than it.
 */
export function planFill(account: Account, trade: Trade): Fill {
  const held = account.positions.get(trade.instrument)
  const setting = known(
    account.settings.get(trade.instrument),
    'an account has a setting for every instrument',
  )
  const delta = size(trade.quantity.times(signOf(trade.side)))
  const closed = closedQuantity(held, delta)
  const closing = held && closed.gt(0) ? closePart(held, closed, trade.price) : null
  const opened = size(delta.abs().minus(closed).times(signOf(trade.side)))
  const effect = effectOf(held, closing, opened)
  const marginMode = held?.marginMode ?? setting.marginMode
  const isolated = marginMode === 'isolated'
  const fee = feeOf(trade, { opened, feeMax: closing && isolated ? leftOf(closing) : trade.feeMax })
  const before = closing ? closing.remaining : held
  return {
    instrument: trade.instrument,
    side: trade.side,
    quantity: trade.quantity,
    price: trade.price,
    effect,
    marginMode,
    realizedPnl: closing?.pnl ?? NO_MONEY,
    fee,
    after: {
      size: size((before?.size ?? opened.times(0)).plus(opened)),
      entryCost: plus(before?.entryCost ?? NO_MONEY, worth(opened, trade.price)),
    },
    ...postingsOf({ account, trade, setting, isolated, closing, opened, fee }),
  }
}

/** An account after a fill: the same function books it and previews it. */
export function withFill(account: Account, fill: Booking, tick: number): Account {
  const held = account.positions.get(fill.instrument)
  const fresh = fill.effect === 'open' || fill.effect === 'flip'
  const position: Position = {
    instrument: fill.instrument,
    marginMode: fill.marginMode,
    size: fill.after.size,
    entryCost: fill.after.entryCost,
    margin: held?.margin ?? NO_MONEY,
    openedAtTick: held && !fresh ? held.openedAtTick : tick,
  }
  const opened = { ...account, positions: new Map(account.positions).set(fill.instrument, position) }
  const posted = postToAccount(opened, fill.postings)
  return {
    ...posted,
    positions: changedPosition(posted.positions, fill.instrument, fill.after),
    realizedPnl: plus(posted.realizedPnl, fill.realizedPnl),
    feesPaid: plus(posted.feesPaid, fill.fee),
    fills: posted.fills + 1,
  }
}

/**
 * The positions of an account after one of them was made smaller; one that was closed must have given back
 * its margin.
 */
export function changedPosition(
  positions: ReadonlyMap<InstrumentId, Position>,
  instrument: InstrumentId,
  after: PositionChange,
): ReadonlyMap<InstrumentId, Position> {
  const changed = new Map(positions)
  const held = known(changed.get(instrument), 'a position that changes is held')
  if (!after.size.isZero()) return changed.set(instrument, { ...held, ...after })
  assert(held.margin.isZero(), 'a closed position has no margin left')
  changed.delete(instrument)
  return changed
}

function closedQuantity(held: Position | undefined, delta: Size): Quantity {
  if (!held || held.size.isNegative() === delta.isNegative()) return quantity(0)
  return quantity(Decimal.min(held.size.abs(), delta.abs()))
}

/**
 * P&L is rounded down once; what rounding took stays in the cost of what remains, so that nothing is made.
 */
export function closePart(held: Position, closed: Quantity, at: Price): Closing {
  const whole = closed.eq(held.size.abs())
  const part = size(held.size.isNegative() ? closed.negated() : closed)
  const value = worth(part, at)
  const cost = whole ? held.entryCost : held.entryCost.times(closed).div(held.size.abs())
  const pnl = credit(value.minus(cost))
  const released = whole ? held.margin : credit(held.margin.times(closed).div(held.size.abs()))
  const remaining = { size: minus(held.size, part), entryCost: money(held.entryCost.minus(value).plus(pnl)) }
  return { pnl, released, remaining: whole ? { size: size(0), entryCost: NO_MONEY } : remaining }
}

function effectOf(held: Position | undefined, closing: Closing | null, opened: Size): FillEffect {
  if (!held) return 'open'
  if (!closing) return 'increase'
  if (!opened.isZero()) return 'flip'
  return closing.remaining.size.isZero() ? 'close' : 'reduce'
}

/** The fee of the part that closes, as far as there is money for it, and that of the part that opens. */
function feeOf(trade: Trade, { opened, feeMax }: { opened: Size; feeMax: Money }): Money {
  const feeOn = (units: Decimal): Money => charge(units.times(trade.price).times(trade.feeRate))
  const closed = trade.quantity.minus(opened.abs())
  return plus(smaller(feeOn(closed), larger(NO_MONEY, credit(feeMax))), feeOn(opened.abs()))
}

/** What the closed part of an isolated position leaves: all that its fee can be paid with. */
const leftOf = ({ released, pnl }: Closing): Money => plus(released, pnl)

function postingsOf(plan: {
  account: Account
  trade: Trade
  setting: TradeSetting
  isolated: boolean
  closing: Closing | null
  opened: Size
  fee: Money
}): { postings: readonly Posting[]; uncovered: Money } {
  const { account, trade, setting, isolated, closing, opened, fee } = plan
  const cash = cashOf(account.seat)
  const margin = marginOf(account.seat, trade.instrument)
  const closings = closing ? closingPostings(account, trade.instrument, { closing, isolated }) : []
  const added = isolated ? initialMargin(notionalOf(opened, trade.price), setting.leverage) : NO_MONEY
  const lost = closing && isolated ? larger(NO_MONEY, negated(closing.pnl)) : NO_MONEY
  return {
    postings: [
      ...closings,
      ...move(fee, { from: cash, to: HOUSE, for: 'fee' }),
      ...move(added, { from: cash, to: margin, for: 'margin' }),
    ],
    uncovered: larger(NO_MONEY, minus(lost, closing?.released ?? NO_MONEY)),
  }
}

function closingPostings(
  account: Account,
  instrument: InstrumentId,
  { closing, isolated }: { closing: Closing; isolated: boolean },
): readonly Posting[] {
  const cash = cashOf(account.seat)
  const gain = larger(NO_MONEY, closing.pnl)
  const loss = larger(NO_MONEY, negated(closing.pnl))
  const gained = move(gain, { from: HOUSE, to: cash, for: 'pnl' })
  if (!isolated) return [...gained, ...move(loss, { from: cash, to: HOUSE, for: 'pnl' })]
  const margin = marginOf(account.seat, instrument)
  const covered = smaller(loss, closing.released)
  return [
    ...gained,
    ...move(covered, { from: margin, to: HOUSE, for: 'pnl' }),
    ...move(minus(closing.released, covered), { from: margin, to: cash, for: 'margin' }),
  ]
}
