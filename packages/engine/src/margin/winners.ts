import type { Decimal } from '../number/decimal.ts'
import type { InstrumentId, SeatId } from '../number/ids.ts'
import { notionalOf, type Price, worth } from '../number/units.ts'
import type { Account } from './account.ts'
import { type Market, markOf, standingOf } from './bucket.ts'
import { type Position, unrealizedPnl } from './position.ts'
import { bucketOf } from './risk.ts'

/** A position that can bear a part of somebody's loss out of its own profit. */
export interface Winner {
  readonly seat: SeatId
  readonly position: Position
}

/** The position that was lost, and where its bucket held nothing any more. */
export interface LostPosition {
  readonly instrument: InstrumentId
  readonly long: boolean
  /** Simulated dollars per unit. */
  readonly bankruptcyPrice: Price
}

/** A winner's score as a fraction, so that scores are compared without a division. */
interface Ranked extends Winner {
  /** `P&L · notional`. */
  readonly above: Decimal
  /** `cost · equity of the bucket`, positive. */
  readonly below: Decimal
}

/**
 * Positions on the other side of a lost one in the order in which they are deleveraged:
 * `P&L / cost · notional / equity of the bucket`, the greatest first, ties by seat; from
 * docs/rules/insurance.md, INS-003 and INS-004. Left out is whatever has no profit at the mark, or a loss
 * at the bankruptcy price.
 */
export function winnersAgainst(
  market: Market & { readonly accounts: ReadonlyMap<SeatId, Account> },
  lost: LostPosition,
): readonly Winner[] {
  const ranked: Ranked[] = []
  for (const account of market.accounts.values()) {
    const position = account.positions.get(lost.instrument)
    if (!position || position.size.isNegative() !== lost.long) continue
    if (worth(position.size, lost.bankruptcyPrice).lt(position.entryCost)) continue
    const winner = rank(market, account, position)
    if (winner) ranked.push(winner)
  }
  return ranked.sort(byScore)
}

function rank(market: Market, account: Account, position: Position): Ranked | null {
  const mark = markOf(market, position.instrument)
  const pnl = unrealizedPnl(position, mark)
  const { equity } = standingOf(market, account, bucketOf(account, position))
  const below = position.entryCost.abs().times(equity)
  if (pnl.lte(0) || below.lte(0)) return null
  return { seat: account.seat, position, above: pnl.times(notionalOf(position.size, mark)), below }
}

/** The sort is stable and accounts come by seat, so equals stay in the order of the seats. */
const byScore = (a: Ranked, b: Ranked): number => b.above.times(a.below).cmp(a.above.times(b.below))
