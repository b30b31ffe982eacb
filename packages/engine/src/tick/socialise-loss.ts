import type { Decision } from '../decision.ts'
import { cashOf, HOUSE, move } from '../ledger/post.ts'
import type { Account } from '../margin/account.ts'
import { equityOf, spendableMargin } from '../margin/risk.ts'
import { charge, credit } from '../number/rounding.ts'
import { larger, type Money, minus, money, NO_MONEY, smaller, sum } from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * Shares what this tick left uncovered among the accounts that have more than they paid in, in proportion to
 * that profit; nobody pays more than the profit or the free margin, so that no share makes an account sick.
 */
export function socialiseLoss(decision: Decision): void {
  const { round } = decision
  const loss = uncoveredIn(decision)
  if (loss.isZero()) return
  const payers = payersOf(round)
  const total = sum(payers.map(({ profit }) => profit))
  let open = loss
  for (const { account, profit } of payers) {
    const share = charge(money(loss.times(profit).div(total)))
    const amount = smaller(smaller(share, open), largestShare(round, { account, profit }))
    if (amount.isZero()) continue
    const { seat } = account
    const postings = move(amount, { from: cashOf(seat), to: HOUSE, for: 'socialised-loss' })
    decision.emit({ type: 'loss.socialised', tick: round.tick, seat, amount, postings })
    open = minus(open, amount)
  }
}

/** Everything of this tick that neither a wallet nor the fund has paid, simulated dollars. */
function uncoveredIn({ events }: Decision): Money {
  return sum(
    events.map((event) =>
      event.type === 'position.liquidated' || event.type === 'bucket.settled' ? event.uncovered : NO_MONEY,
    ),
  )
}

interface Payer {
  readonly account: Account
  /** What the account has more than was paid in, simulated dollars. */
  readonly profit: Money
}

function payersOf(round: Round): readonly Payer[] {
  const { startingCash } = round.config
  return [...round.accounts.values()]
    .map((account) => ({ account, profit: minus(equityOf(round, account), startingCash) }))
    .filter(({ profit }) => profit.gt(0))
}

/** Whole units of the ledger: what is left of one stays with the account. */
const largestShare = (round: Round, { account, profit }: Payer): Money =>
  larger(NO_MONEY, credit(smaller(profit, spendableMargin(round, account))))
