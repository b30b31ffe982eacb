import type { Decision } from '../decision.ts'
import { cashOf, INSURANCE, move } from '../ledger/post.ts'
import type { Account } from '../margin/account.ts'
import type { Round } from '../state.ts'
import { cancelOrders } from './cancel.ts'
import { settleCross } from './settle-cross.ts'

/**
 * Marks as wiped every account that has no positions and less than the round's least: what is left goes to
 * the insurance fund, so that a wiped account holds exactly nothing. Debt without positions is settled first.
 */
export function wipeEmpty(decision: Decision): void {
  const { round } = decision
  for (const account of [...round.accounts.values()]) {
    if (!hasCrossPosition(account) && account.cash.isNegative()) settleCross(decision, account.seat)
    const settled = round.accounts.get(account.seat) ?? account
    if (isEmpty(round, settled)) wipe(decision, settled)
  }
}

const hasCrossPosition = (account: Account): boolean =>
  [...account.positions.values()].some(({ marginMode }) => marginMode === 'cross')

const isEmpty = (round: Round, account: Account): boolean =>
  account.wipedAtTick === null &&
  account.positions.size === 0 &&
  account.cash.lt(round.config.rules.wipedBelow)

function wipe(decision: Decision, account: Account): void {
  const { seat, cash } = account
  cancelOrders(decision, account, { reason: 'wiped', choose: () => true })
  const postings = move(cash, { from: cashOf(seat), to: INSURANCE, for: 'wipe' })
  decision.emit({ type: 'account.wiped', tick: decision.round.tick, seat, postings })
}
