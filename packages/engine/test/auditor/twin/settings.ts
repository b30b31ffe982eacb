import { committed, initialOf, isolatedEquity, notionalOf, pnlOf, spendable } from './margin.ts'
import { down, least, most, NONE, Num, up } from './numbers.ts'
import { refusedTier } from './orders.ts'
import {
  accountOf,
  ghostOf,
  heldIn,
  markOf,
  settingOf,
  type TwinAccount,
  type TwinPosition,
  type TwinRound,
} from './round.ts'

/** A seat's wish about one instrument. */
interface Wish {
  seat: string
  instrument: string
}

/** The margin with which margin and P&L are the initial margin at the mark (MAR-013, MAR-018). */
function backing(round: TwinRound, position: TwinPosition, leverage: Num): Num {
  const wanted = initialOf(notionalOf(round, position), leverage)
  return most(NONE, up(wanted.minus(pnlOf(round, position))))
}

/** Moves cash into the margin of a position, or back when the amount is negative. */
function moveIn(account: TwinAccount, position: TwinPosition, amount: Num): void {
  account.cash = account.cash.minus(amount)
  position.margin = position.margin.plus(amount)
}

/** MAR-013 and MAR-016. */
export function setLeverage(round: TwinRound, wish: Wish & { leverage: Num }): string | null {
  const { seat, instrument } = wish
  const leverage = new Num(wish.leverage)
  const account = accountOf(round, seat)
  if (leverage.lt(1)) return 'leverage_below_one'
  if (leverage.gt(round.rules.leverageMax)) return 'leverage_above_max'
  if (settingOf(account, instrument).leverage.eq(leverage)) return null
  const ghost = ghostOf(round, seat)
  applyLeverage(round, ghost.account, { instrument, leverage })
  const after = heldIn(account, instrument)?.size ?? NONE
  const price = markOf(round, instrument)
  const tight = refusedTier(round, ghost.account, { order: { instrument }, after, price })
  if (tight) return tight
  const free = spendable(round, ghost.account)
  if (free.lt(spendable(round, account)) && free.isNegative()) return 'margin_insufficient'
  applyLeverage(round, account, { instrument, leverage })
  return null
}

function applyLeverage(
  round: TwinRound,
  account: TwinAccount,
  { instrument, leverage }: { instrument: string; leverage: Num },
): void {
  settingOf(account, instrument).leverage = leverage
  const held = heldIn(account, instrument)
  if (held?.isolated) moveIn(account, held, backing(round, held, leverage).minus(held.margin))
}

/** MAR-014, MAR-016 and MAR-018. */
export function setMode(
  round: TwinRound,
  { seat, instrument, isolated }: Wish & { isolated: boolean },
): string | null {
  const { modePolicy, switching } = round.rules.words
  const account = accountOf(round, seat)
  if (modePolicy === (isolated ? 'cross-only' : 'isolated-only')) return 'mode_not_allowed'
  if (settingOf(account, instrument).isolated === isolated) return null
  const held = heldIn(account, instrument)
  if (held && switching === 'when-flat') return 'mode_locked_by_position'
  if (account.orders.some((order) => order.instrument === instrument)) return 'mode_locked_by_order'
  if (held && isolated) {
    const price = markOf(round, instrument)
    const tight = refusedTier(round, account, { order: { instrument }, after: held.size, price })
    if (tight) return tight
    const ghost = ghostOf(round, seat)
    applyMode(round, ghost.account, { instrument, isolated })
    if (spendable(round, ghost.account).isNegative()) return 'margin_insufficient'
  }
  applyMode(round, account, { instrument, isolated })
  return null
}

function applyMode(
  round: TwinRound,
  account: TwinAccount,
  { instrument, isolated }: { instrument: string; isolated: boolean },
): void {
  const setting = settingOf(account, instrument)
  setting.isolated = isolated
  const held = heldIn(account, instrument)
  if (!held) return
  held.isolated = isolated
  moveIn(account, held, isolated ? backing(round, held, setting.leverage) : held.margin.negated())
}

/** MAR-012. */
export function transfer(round: TwinRound, wish: Wish & { amount: Num }): string | null {
  const amount = new Num(wish.amount)
  const account = accountOf(round, wish.seat)
  const held = heldIn(account, wish.instrument)
  if (!held) return 'position_unknown'
  if (!held.isolated) return 'position_not_isolated'
  if (amount.isZero() || !down(amount).eq(amount)) return 'amount_not_valid'
  if (amount.gt(0) && amount.gt(spendable(round, account))) return 'margin_insufficient'
  if (amount.isNegative() && amount.negated().gt(removable(round, account, held)))
    return 'margin_not_removable'
  moveIn(account, held, amount)
  return null
}

/** What of an isolated margin can be taken back. */
function removable(round: TwinRound, account: TwinAccount, held: TwinPosition): Num {
  const above = isolatedEquity(round, held).minus(committed(round, account, held))
  return least(held.margin, most(NONE, above))
}
