import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import { cashOf, HOUSE, INSURANCE, move } from '../ledger/post.ts'
import type { Posting } from '../ledger/posting.ts'
import type { SeatId } from '../number/ids.ts'
import { type Money, minus, negated, smaller } from '../number/units.ts'

/**
 * Brings the shared cash of a closed cross bucket to zero: the insurance fund takes what is left or pays what
 * is missing.
 */
export function settleCross(decision: Decision, seat: SeatId): void {
  const { round } = decision
  const { cash } = known(round.accounts.get(seat), 'a bucket belongs to an account')
  const { insurance } = known(round.books, 'the whole round keeps its books')
  const postings = cash.isNegative()
    ? paid(seat, { debt: negated(cash), fund: insurance })
    : move(cash, { from: cashOf(seat), to: INSURANCE, for: 'surplus' })
  if (postings.length === 0) return
  decision.emit({ type: 'bucket.settled', tick: round.tick, seat, bucket: 'cross', postings })
}

/** The fund pays as far as it goes; the rest is the house's loss, booked as such. */
function paid(seat: SeatId, { debt, fund }: { debt: Money; fund: Money }): readonly Posting[] {
  const covered = smaller(debt, fund)
  return [
    ...move(covered, { from: INSURANCE, to: cashOf(seat), for: 'shortfall' }),
    ...move(minus(debt, covered), { from: HOUSE, to: cashOf(seat), for: 'shortfall' }),
  ]
}
