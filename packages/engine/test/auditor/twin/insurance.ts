import { bookTrade } from './fill.ts'
import { crossEquity, equityOf, isolatedEquity, notionalOf, pnlOf, spendable } from './margin.ts'
import { down, least, most, NONE, type Num, up } from './numbers.ts'
import { cancelIdle } from './orders.ts'
import {
  heldIn,
  instrumentOf,
  markOf,
  note,
  type TwinAccount,
  type TwinPosition,
  type TwinRound,
} from './round.ts'

/** What was closed by force of one position. */
export interface TwinClosed {
  instrument: string
  /** Units with the position's sign. */
  size: Num
  bankruptcy: Num | null
}

/** INS-003 to INS-006: the winners against each position that was closed by force, the first closed first. */
export function deleverage(
  round: TwinRound,
  { closed, uncovered }: { closed: TwinClosed[]; uncovered: Num },
): void {
  if (round.rules.words.lossPolicy !== 'auto-deleveraging') return
  let open = uncovered
  for (const lost of closed) {
    if (open.gt(0)) open = recover(round, lost, open)
  }
}

interface Winner {
  account: TwinAccount
  position: TwinPosition
  /** INS-004 as a fraction, so that scores are compared without a division. */
  score: { above: Num; below: Num }
}

/** INS-005: what is still open when the winners against one lost position have paid. */
function recover(round: TwinRound, { instrument, size, bankruptcy }: TwinClosed, uncovered: Num): Num {
  if (!bankruptcy) return uncovered
  const gap = bankruptcy.minus(markOf(round, instrument)).abs()
  if (gap.isZero()) return uncovered
  const { sizeIncrement } = instrumentOf(round, instrument)
  let open = uncovered
  let left = size.abs()
  for (const { account, position } of winnersAgainst(round, { instrument, size, bankruptcy })) {
    if (open.lte(0)) break
    const wanted = open.div(gap).toDecimalPlaces(30).div(sizeIncrement).ceil().times(sizeIncrement)
    const units = least(least(wanted, left), position.size.abs())
    if (units.isZero()) break
    const buys = position.size.isNegative()
    const trade = { instrument, buys, quantity: units, price: bankruptcy, feeRate: NONE }
    const { effect, pnl } = bookTrade(round, account, trade)
    note(round, 'deleveraged', account.seat, instrument, buys ? 'buy' : 'sell', units, bankruptcy)
    note(round, 'which is', effect, 'pnl', pnl, 'fee', NONE)
    cancelIdle(round, account, instrument)
    left = left.minus(units)
    open = open.minus(gap.times(units))
  }
  return open
}

/** INS-003 and INS-004. */
function winnersAgainst(
  round: TwinRound,
  { instrument, size, bankruptcy }: { instrument: string; size: Num; bankruptcy: Num },
): Winner[] {
  const winners: Winner[] = []
  for (const account of round.accounts) {
    const position = heldIn(account, instrument)
    if (!position || position.size.isNegative() === size.isNegative()) continue
    const pnl = pnlOf(round, position)
    const equity = position.isolated ? isolatedEquity(round, position) : crossEquity(round, account)
    const losesThere = position.size.times(bankruptcy).lt(position.cost)
    if (pnl.lte(0) || losesThere || equity.lte(0)) continue
    const score = { above: pnl.times(notionalOf(round, position)), below: position.cost.abs().times(equity) }
    winners.push({ account, position, score })
  }
  return winners.sort((a, b) => b.score.above.times(a.score.below).cmp(a.score.above.times(b.score.below)))
}

/** INS-008 and INS-009: shares what this tick left uncovered among those who have more than they paid in. */
export function socialise(round: TwinRound): void {
  if (round.rules.words.lossPolicy !== 'socialised-loss' || round.uncovered.isZero()) return
  const loss = round.uncovered
  const payers = round.accounts
    .map((account) => ({ account, profit: equityOf(round, account).minus(round.rules.startingCash) }))
    .filter(({ profit }) => profit.gt(0))
  const total = payers.reduce((sum, { profit }) => sum.plus(profit), NONE)
  let open = loss
  for (const { account, profit } of payers) {
    const share = up(loss.times(profit).div(total))
    const limit = most(NONE, down(least(profit, spendable(round, account))))
    const amount = least(least(share, open), limit)
    if (amount.isZero()) continue
    account.cash = account.cash.minus(amount)
    round.house = round.house.plus(amount)
    open = open.minus(amount)
    note(round, 'shares', account.seat, amount)
  }
}
