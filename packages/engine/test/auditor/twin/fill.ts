import { crossEquity, initialOf } from './margin.ts'
import { down, least, most, NONE, type Num, up } from './numbers.ts'
import { heldIn, settingOf, type TwinAccount, type TwinPosition, type TwinRound } from './round.ts'

/** A trade of one account against the house. */
export interface TwinTrade {
  instrument: string
  buys: boolean
  quantity: Num
  price: Num
  feeRate: Num
}

/** What a trade came to. */
export interface TwinBooked {
  effect: 'open' | 'increase' | 'reduce' | 'close' | 'flip'
  pnl: Num
  fee: Num
  /** Loss beyond the margin that was released. */
  beyond: Num
}

/** What closing a part came to. */
interface Closed {
  pnl: Num
  /** Loss beyond the margin that was released. */
  beyond: Num
  /** ORD-008: the money that its fee can be paid with. */
  payable: Num
}

/** Books a trade: what it closes first, then the fee, then what it opens (MAR-009 to MAR-011, ORD-008). */
export function bookTrade(round: TwinRound, account: TwinAccount, trade: TwinTrade): TwinBooked {
  const { instrument, price, feeRate } = trade
  const held = heldIn(account, instrument)
  const closes = held && held.size.isNegative() === trade.buys ? least(held.size.abs(), trade.quantity) : NONE
  const opens = trade.quantity.minus(closes)
  const effect = effectOf(held, closes, opens)
  const nothing = { pnl: NONE, beyond: NONE, payable: NONE }
  const { pnl, beyond, payable } =
    held && closes.gt(0) ? closePart(round, account, { held, units: closes, price }) : nothing

  const closingFee = least(up(closes.times(price).times(feeRate)), most(NONE, payable))
  const fee = closingFee.plus(up(opens.times(price).times(feeRate)))
  account.cash = account.cash.minus(fee)
  round.house = round.house.plus(fee)
  account.fees = account.fees.plus(fee)
  account.fills += 1

  const units = trade.buys ? opens : opens.negated()
  if (opens.gt(0)) openPart(account, { instrument, units, price })
  account.positions = account.positions.filter(({ size }) => !size.isZero())
  return { effect, pnl, fee, beyond }
}

function effectOf(held: TwinPosition | undefined, closes: Num, opens: Num): TwinBooked['effect'] {
  if (!held) return 'open'
  if (closes.isZero()) return 'increase'
  if (opens.gt(0)) return 'flip'
  return closes.eq(held.size.abs()) ? 'close' : 'reduce'
}

/** MAR-010: releases margin pro rata, and pays profit to the cash, a loss out of what was released. */
function closePart(
  round: TwinRound,
  account: TwinAccount,
  { held, units, price }: { held: TwinPosition; units: Num; price: Num },
): Closed {
  const equity = down(crossEquity(round, account))
  const whole = units.eq(held.size.abs())
  const released = whole ? held.margin : down(held.margin.times(units).div(held.size.abs()))
  const pnl = shrink(held, units, price)
  account.realized = account.realized.plus(pnl)
  if (!held.isolated) {
    account.cash = account.cash.plus(pnl)
    round.house = round.house.minus(pnl)
    return { pnl, beyond: NONE, payable: equity }
  }
  const loss = most(NONE, pnl.negated())
  const paid = least(loss, released)
  const gain = most(NONE, pnl)
  held.margin = held.margin.minus(released)
  account.cash = account.cash.plus(gain).plus(released).minus(paid)
  round.house = round.house.minus(gain).plus(paid)
  return { pnl, beyond: loss.minus(paid), payable: released.plus(pnl) }
}

/** Takes units out of a position and tells their P&L; what rounding took stays in the cost of the rest. */
export function shrink(held: TwinPosition, units: Num, price: Num): Num {
  const whole = units.eq(held.size.abs())
  const part = held.size.isNegative() ? units.negated() : units
  const cost = whole ? held.cost : held.cost.times(units).div(held.size.abs())
  const pnl = down(part.times(price).minus(cost))
  held.size = held.size.minus(part)
  held.cost = whole ? NONE : held.cost.minus(part.times(price)).plus(pnl)
  return pnl
}

/** MAR-009. */
function openPart(
  account: TwinAccount,
  { instrument, units, price }: { instrument: string; units: Num; price: Num },
): void {
  const setting = settingOf(account, instrument)
  let held = heldIn(account, instrument)
  if (!held) {
    held = { instrument, isolated: setting.isolated, size: NONE, cost: NONE, margin: NONE }
    account.positions.push(held)
  }
  held.size = held.size.plus(units)
  held.cost = held.cost.plus(units.times(price))
  if (!held.isolated) return
  const margin = initialOf(units.times(price).abs(), setting.leverage)
  held.margin = held.margin.plus(margin)
  account.cash = account.cash.minus(margin)
}
