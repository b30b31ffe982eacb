import { known } from '../assert.ts'
import type { Account } from '../margin/account.ts'
import { Decimal, ZERO } from '../number/decimal.ts'
import type { InstrumentId } from '../number/ids.ts'
import { charge } from '../number/rounding.ts'
import { type Money, money, NO_MONEY, type Price } from '../number/units.ts'
import type { Rules } from '../round/config.ts'
import { type Order, signOf } from './order.ts'

/** The price an order is expected to fill at while it waits, simulated dollars per unit. */
export const waitingPrice = (order: Order): Price =>
  known(order.limitPrice ?? order.triggerPrice, 'a waiting order has a price')

/**
 * What an account's waiting orders set aside: `price·q/leverage + opening fee` for the part of each that
 * would enlarge the position, in the order of placement. Simulated dollars.
 */
export function orderMargin(account: Account, rules: Rules): Money {
  if (account.orders.size === 0) return NO_MONEY
  const offsets = new Map<string, Decimal>()
  let total: Decimal = ZERO
  for (const order of account.orders.values()) {
    if (order.reduceOnly) continue
    total = total.plus(reserveOf(account, order, enlarging(account, order, offsets), rules))
  }
  return money(total)
}

/**
 * How much of an order would enlarge the position, when earlier orders on the same side have used up what it
 * offsets.
 */
function enlarging(account: Account, order: Order, offsets: Map<string, Decimal>): Decimal {
  const key = `${order.side} ${order.instrument}`
  const left = offsets.get(key) ?? opposite(account, order.instrument, signOf(order.side))
  const offset = Decimal.min(left, order.quantity)
  offsets.set(key, left.minus(offset))
  return order.quantity.minus(offset)
}

/** Units of a position that an order of this sign would close. */
function opposite(account: Account, instrument: InstrumentId, sign: 1 | -1): Decimal {
  const held = account.positions.get(instrument)
  if (!held || held.size.isNegative() === (sign === -1)) return ZERO
  return held.size.abs()
}

function reserveOf(account: Account, order: Order, quantity: Decimal, rules: Rules): Decimal {
  if (quantity.isZero()) return ZERO
  const setting = known(
    account.settings.get(order.instrument),
    'an account has a setting for every instrument',
  )
  const notional = quantity.times(waitingPrice(order))
  const feeRate = order.type === 'limit' ? rules.makerFeeRate : rules.takerFeeRate
  return charge(notional.div(setting.leverage)).plus(charge(notional.times(feeRate)))
}
