import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import { cashOf, HOUSE, INSURANCE, move } from '../ledger/post.ts'
import type { SeatId } from '../number/ids.ts'
import { larger, type Money, minus, NO_MONEY, negated, smaller } from '../number/units.ts'

/**
 * Brings the shared cash of a closed cross bucket to zero: the insurance fund takes what is left, or pays
 * what is missing as far as it goes. The house pays the rest, which is the answer: the uncovered loss,
 * simulated dollars.
 */
export function settleCross(decision: Decision, seat: SeatId): Money {
  const { round } = decision
  const { cash } = known(round.accounts.get(seat), 'a bucket belongs to an account')
  const { insurance } = known(round.books, 'the whole round keeps its books')
  if (cash.isZero()) return NO_MONEY
  const debt = larger(NO_MONEY, negated(cash))
  const covered = smaller(debt, insurance)
  const uncovered = minus(debt, covered)
  const postings = [
    ...move(larger(NO_MONEY, cash), { from: cashOf(seat), to: INSURANCE, for: 'surplus' }),
    ...move(covered, { from: INSURANCE, to: cashOf(seat), for: 'shortfall' }),
    ...move(uncovered, { from: HOUSE, to: cashOf(seat), for: 'shortfall' }),
  ]
  decision.emit({ type: 'bucket.settled', tick: round.tick, seat, bucket: 'cross', uncovered, postings })
  return uncovered
}
