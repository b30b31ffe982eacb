import { assert } from '../assert.ts'
import type { SeatId } from '../number/ids.ts'
import { type Money, minus, plus } from '../number/units.ts'
import type { Books } from './books.ts'
import type { Pocket, Posting, PostingReason } from './posting.ts'

/** The house's own pocket: counterparty of every trade and receiver of fees. */
export const HOUSE: Pocket = { kind: 'house' }
/** The insurance fund's pocket. */
export const INSURANCE: Pocket = { kind: 'insurance' }
/** The outside, from which deposits come. */
export const DEPOSITS: Pocket = { kind: 'deposits' }

/** A posting of a positive amount as a list of one, or of none when there is nothing to move. */
export function move(
  amount: Money,
  way: { from: Pocket; to: Pocket; for: PostingReason },
): readonly Posting[] {
  assert(!amount.isNegative() || amount.isZero(), 'a posting moves a positive amount')
  return amount.isZero() ? [] : [{ ...way, amount }]
}

/** The books after postings; pockets of seats are left to their accounts. */
export function postToBooks(books: Books, postings: readonly Posting[]): Books {
  let { house, insurance, deposits } = books
  for (const posting of postings) {
    house = changed(house, posting, 'house')
    insurance = changed(insurance, posting, 'insurance')
    deposits = changed(deposits, posting, 'deposits')
  }
  return { house, insurance, deposits }
}

function changed(balance: Money, posting: Posting, kind: Pocket['kind']): Money {
  let after = balance
  if (posting.from.kind === kind) after = minus(after, posting.amount)
  if (posting.to.kind === kind) after = plus(after, posting.amount)
  return after
}

/** The cash pocket of a seat. */
export const cashOf = (seat: SeatId): Pocket => ({ kind: 'cash', seat })
