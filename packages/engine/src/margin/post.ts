import { known } from '../assert.ts'
import { cashOf, move } from '../ledger/post.ts'
import type { Pocket, Posting } from '../ledger/posting.ts'
import type { InstrumentId, SeatId } from '../number/ids.ts'
import { type Money, minus, negated, plus } from '../number/units.ts'
import type { MarginMode } from '../round/config.ts'
import type { Account } from './account.ts'
import type { Position } from './position.ts'

/** The pocket of an isolated position's margin. */
export const marginOf = (seat: SeatId, instrument: InstrumentId): Pocket => ({
  kind: 'margin',
  seat,
  instrument,
})

/** Postings that add to an isolated margin, or take back when the amount is negative, simulated dollars. */
export function marginPostings(seat: SeatId, instrument: InstrumentId, amount: Money): readonly Posting[] {
  const cash = cashOf(seat)
  const margin = marginOf(seat, instrument)
  return amount.isNegative()
    ? move(negated(amount), { from: margin, to: cash, for: 'margin' })
    : move(amount, { from: cash, to: margin, for: 'margin' })
}

/**
 * An account after the postings that touch its cash and its isolated margins; other pockets are left alone.
 */
export function postToAccount(account: Account, postings: readonly Posting[]): Account {
  let { cash, positions } = account
  for (const { from, to, amount } of postings) {
    if (from.kind === 'cash' && from.seat === account.seat) cash = minus(cash, amount)
    if (to.kind === 'cash' && to.seat === account.seat) cash = plus(cash, amount)
    if (from.kind === 'margin' && from.seat === account.seat) {
      positions = withMargin(positions, from.instrument, (margin) => minus(margin, amount))
    }
    if (to.kind === 'margin' && to.seat === account.seat) {
      positions = withMargin(positions, to.instrument, (margin) => plus(margin, amount))
    }
  }
  return { ...account, cash, positions }
}

/** An account after one instrument's margin mode was set; an open position of it changes its mode as well. */
export function withMarginMode(
  account: Account,
  set: {
    readonly instrument: InstrumentId
    readonly marginMode: MarginMode
    readonly postings: readonly Posting[]
  },
): Account {
  const { instrument, marginMode, postings } = set
  const setting = known(account.settings.get(instrument), 'an account has a setting for every instrument')
  const settings = new Map(account.settings).set(instrument, { ...setting, marginMode })
  const held = account.positions.get(instrument)
  if (!held) return { ...account, settings }
  const positions = new Map(account.positions).set(instrument, { ...held, marginMode })
  return postToAccount({ ...account, settings, positions }, postings)
}

function withMargin(
  positions: ReadonlyMap<InstrumentId, Position>,
  instrument: InstrumentId,
  change: (margin: Money) => Money,
): ReadonlyMap<InstrumentId, Position> {
  const position = known(positions.get(instrument), 'a margin belongs to a position')
  return new Map(positions).set(instrument, { ...position, margin: change(position.margin) })
}
