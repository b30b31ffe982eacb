import { most, NONE, type Num, up } from './numbers.ts'
import {
  instrumentOf,
  markOf,
  settingOf,
  type TwinAccount,
  type TwinPosition,
  type TwinRound,
} from './round.ts'

/** MAR-001. */
export const pnlOf = (round: TwinRound, position: TwinPosition): Num =>
  position.size.times(markOf(round, position.instrument)).minus(position.cost)

/** The notional of a position at its mark. */
export const notionalOf = (round: TwinRound, position: TwinPosition): Num =>
  position.size.times(markOf(round, position.instrument)).abs()

/** MAR-002. */
export const initialOf = (notional: Num, leverage: Num): Num => up(notional.div(leverage))

/** The tier of a notional: the last whose floor is reached. */
export function tierOf(round: TwinRound, instrument: string, notional: Num) {
  const reached = instrumentOf(round, instrument).tiers.filter(({ floor }) => floor.lte(notional))
  const tier = reached.at(-1)
  if (!tier) throw new Error('a table of tiers begins at nothing')
  return tier
}

/** MAR-003 and MAR-004, of a notional. */
export function requirementAt(round: TwinRound, instrument: string, notional: Num): Num {
  const { rate, amount } = tierOf(round, instrument, notional)
  return notional.times(rate).minus(amount).plus(notional.times(round.rules.closing))
}

/** MAR-004, of a position at its mark. */
export const requirementOf = (round: TwinRound, position: TwinPosition): Num =>
  requirementAt(round, position.instrument, notionalOf(round, position))

/** The cross positions of an account. */
export const crossOf = (account: TwinAccount): TwinPosition[] =>
  account.positions.filter(({ isolated }) => !isolated)

const sum = (values: Num[]): Num => values.reduce((total, value) => total.plus(value), NONE)

/** Cash and the P&L of the cross positions. */
export const crossEquity = (round: TwinRound, account: TwinAccount): Num =>
  account.cash.plus(sum(crossOf(account).map((position) => pnlOf(round, position))))

/** What the cross positions ask for together. */
export const crossRequirement = (round: TwinRound, account: TwinAccount): Num =>
  sum(crossOf(account).map((position) => requirementOf(round, position)))

/** Margin and P&L of an isolated position. */
export const isolatedEquity = (round: TwinRound, position: TwinPosition): Num =>
  position.margin.plus(pnlOf(round, position))

/** LIQ-001, of one isolated position. */
export const isolatedFails = (round: TwinRound, position: TwinPosition): boolean =>
  isolatedEquity(round, position).lt(requirementOf(round, position))

/** LIQ-001 and LIQ-010, of the cross positions together. */
export const crossFails = (round: TwinRound, account: TwinAccount): boolean =>
  crossOf(account).length > 0 && crossEquity(round, account).lt(crossRequirement(round, account))

/** Whether any bucket of the account is liquidatable. */
export const fails = (round: TwinRound, account: TwinAccount): boolean =>
  crossFails(round, account) ||
  account.positions.some((position) => position.isolated && isolatedFails(round, position))

/** Everything an account is worth at the marks. */
export const equityOf = (round: TwinRound, account: TwinAccount): Num =>
  sum(account.positions.map((position) => isolatedEquity(round, position))).plus(account.cash)

/** MAR-019: the initial margin of an open position or, where that is more, its requirement. */
export function committed(round: TwinRound, account: TwinAccount, position: TwinPosition): Num {
  const { leverage } = settingOf(account, position.instrument)
  return most(initialOf(notionalOf(round, position), leverage), up(requirementOf(round, position)))
}

/** MAR-005, counted as MAR-019 says. */
export function spendable(round: TwinRound, account: TwinAccount): Num {
  const initial = crossOf(account).map((position) => committed(round, account, position))
  return crossEquity(round, account).minus(sum(initial)).minus(reserved(round, account))
}

/** ORD-009: what waiting orders set aside. An earlier order uses up what a later one could have closed. */
function reserved(round: TwinRound, account: TwinAccount): Num {
  let total = NONE
  const used: Record<string, Num> = {}
  for (const order of account.orders) {
    if (order.reduceOnly || !order.price) continue
    const key = `${order.instrument} ${order.buys}`
    const free = closable(account, order).minus(used[key] ?? NONE)
    const closes = free.lt(order.quantity) ? free : order.quantity
    used[key] = (used[key] ?? NONE).plus(closes)
    const notional = order.quantity.minus(closes).times(order.price)
    const fee = notional.times(order.type === 'limit' ? round.rules.maker : round.rules.taker)
    total = total.plus(initialOf(notional, settingOf(account, order.instrument).leverage)).plus(up(fee))
  }
  return total
}

/** How many units an order of this side could close of what is held. */
export function closable(account: TwinAccount, order: { instrument: string; buys: boolean }): Num {
  const held = account.positions.find(({ instrument }) => instrument === order.instrument)
  return held && held.size.isNegative() === order.buys ? held.size.abs() : NONE
}

/** MAR-008: where the bucket of a position would hold nothing; null where that is no positive price. */
export function bankruptcyOf(round: TwinRound, account: TwinAccount, position: TwinPosition): Num | null {
  const side = position.size.isNegative() ? -1 : 1
  const units = position.size.abs()
  const price = position.isolated
    ? position.cost.div(position.size).minus(position.margin.times(side).div(units))
    : markOf(round, position.instrument).minus(crossEquity(round, account).times(side).div(units))
  return price.gt(0) ? price : null
}
