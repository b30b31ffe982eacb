import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import { markOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { NO_MONEY, quantityOf, rate } from '../number/units.ts'
import { planFill } from '../orders/fill.ts'
import { cancelOrders } from './cancel.ts'
import { publishStandings } from './publish-standings.ts'

/**
 * The bell: every order is taken back, every position closed at its mark without a fee, and the ranks freeze.
 */
export function ringBell(decision: Decision): void {
  const { round } = decision
  for (const account of [...round.accounts.values()]) {
    cancelOrders(decision, account, { reason: 'round_ended', choose: () => true })
    for (const position of account.positions.values()) settle(decision, account, position)
  }
  decision.emit({ type: 'round.ended', tick: round.tick })
  publishStandings(decision)
}

function settle(decision: Decision, { seat }: Account, position: Position): void {
  const { round } = decision
  const account = known(round.accounts.get(seat), 'a position belongs to an account')
  const { uncovered, ...fill } = planFill(account, {
    instrument: position.instrument,
    side: position.size.isNegative() ? 'buy' : 'sell',
    quantity: quantityOf(position.size),
    price: markOf(round, position.instrument),
    feeRate: rate(0),
    feeMax: NO_MONEY,
  })
  decision.emit({ type: 'position.settled', tick: round.tick, seat, ...fill })
}
