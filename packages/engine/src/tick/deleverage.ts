import { known } from '../assert.ts'
import { cancelIdle } from '../commands/fill-order.ts'
import type { Decision } from '../decision.ts'
import type { PositionLiquidated } from '../event.ts'
import { instrumentOf, markOf } from '../margin/bucket.ts'
import { type Winner, winnersAgainst } from '../margin/winners.ts'
import type { Decimal } from '../number/decimal.ts'
import { quantityUp } from '../number/rounding.ts'
import {
  type Money,
  minus,
  money,
  NO_MONEY,
  type Price,
  type Quantity,
  quantityOf,
  rate,
  smaller,
} from '../number/units.ts'
import { planFill } from '../orders/fill.ts'

/** What the forced close of one bucket did. */
export interface Liquidated {
  readonly closed: readonly PositionLiquidated[]
  /** What the insurance fund did not pay of its loss, simulated dollars. */
  readonly uncovered: Money
}

/**
 * Recovers an uncovered loss from the winners on the other side: their positions are closed at the bankruptcy
 * price of what was liquidated, the first closed first. What no winner covers stays the house's loss.
 */
export function deleverage(decision: Decision, { closed, uncovered }: Liquidated): void {
  let open = uncovered
  for (const lost of closed) {
    if (open.lte(0)) return
    open = recover(decision, lost, open)
  }
}

/** What is still uncovered once the winners against one lost position have paid, simulated dollars. */
function recover(decision: Decision, lost: PositionLiquidated, uncovered: Money): Money {
  const { round } = decision
  const { instrument, bankruptcyPrice } = lost
  const gap = bankruptcyPrice?.minus(markOf(round, instrument)).abs()
  if (!bankruptcyPrice || !gap || gap.isZero()) return uncovered
  let open = uncovered
  let left = quantityOf(lost.size)
  for (const winner of winnersAgainst(round, { instrument, long: lost.size.gt(0), bankruptcyPrice })) {
    const wanted = quantityUp(unitsFor(open, gap), instrumentOf(round, instrument).sizeIncrement)
    const part = smaller(smaller(wanted, left), quantityOf(winner.position.size))
    if (part.isZero()) break
    closeWinner(decision, winner, { part, price: bankruptcyPrice })
    left = minus(left, part)
    open = money(open.minus(gap.times(part)))
    if (open.lte(0)) return NO_MONEY
  }
  return open
}

/** A price that does not divide leaves dust in its last digits, which must not ask for one more increment. */
const unitsFor = (loss: Money, gap: Decimal): Decimal => loss.div(gap).toDecimalPlaces(DUST_DECIMALS)

const DUST_DECIMALS = 30

function closeWinner(
  decision: Decision,
  { seat, position }: Winner,
  { part, price }: { part: Quantity; price: Price },
): void {
  const { round } = decision
  const { instrument } = position
  const { uncovered, ...fill } = planFill(known(round.accounts.get(seat), 'a winner has an account'), {
    instrument,
    side: position.size.isNegative() ? 'buy' : 'sell',
    quantity: part,
    price,
    feeRate: rate(0),
    feeMax: NO_MONEY,
  })
  const mark = markOf(round, instrument)
  decision.emit({ type: 'position.deleveraged', tick: round.tick, seat, mark, ...fill })
  cancelIdle(decision, { seat, instrument })
}
