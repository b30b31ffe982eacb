import { assert, known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { PositionLiquidated } from '../event.ts'
import type { Account } from '../margin/account.ts'
import { type Bucket, crossBucket, isInTrouble, isLiquidatable, isolatedBuckets } from '../margin/bucket.ts'
import { couldBeInTrouble, openWatch } from '../margin/watch.ts'
import type { SeatId } from '../number/ids.ts'
import { cancelOrders } from './cancel.ts'
import { deleverage } from './deleverage.ts'
import { liquidateCross } from './liquidate-cross.ts'
import { liquidateIsolated } from './liquidate-isolated.ts'
import { socialiseLoss } from './socialise-loss.ts'
import { wipeEmpty } from './wipe.ts'

/** A sweep closes a position, or the part of it that its tier asks for: more can never be needed. */
const SWEEPS_PER_POSITION = 10

/**
 * Closes every bucket whose equity is below its requirement. The queue is frozen when a sweep begins and each
 * bucket looked at again on its turn; sweeps follow one another until none is left.
 */
export function liquidate(decision: Decision): void {
  const sweepsMax = 100 + SWEEPS_PER_POSITION * positionsOf(decision)
  for (let sweep = 1; sweepOnce(decision); sweep += 1) {
    assert(sweep < sweepsMax, 'liquidation comes to an end')
  }
  wipeEmpty(decision)
  if (decision.round.config.rules.lossPolicy === 'socialised-loss') socialiseLoss(decision)
}

const positionsOf = ({ round }: Decision): number =>
  [...round.accounts.values()].reduce((count, { positions }) => count + positions.size, 0)

/** Whether anything was liquidated. */
function sweepOnce(decision: Decision): boolean {
  const queue = accountsInTrouble(decision)
  for (const seat of queue) liquidateAccount(decision, seat)
  return queue.length > 0
}

/** The watch names candidates; each is then looked at exactly. */
function accountsInTrouble({ round }: Decision): readonly SeatId[] {
  const watch = openWatch(round)
  const seats: SeatId[] = []
  for (const account of round.accounts.values()) {
    if (account.positions.size === 0 || !couldBeInTrouble(watch, account)) continue
    if (isInTrouble(round, account)) seats.push(account.seat)
  }
  return seats
}

/** Isolated positions first: their end can move nothing else of the account. */
function liquidateAccount(decision: Decision, seat: SeatId): void {
  for (const bucket of isolatedBuckets(accountOf(decision, seat))) {
    closeBucket(decision, seat, bucket)
  }
  closeBucket(decision, seat, crossBucket(accountOf(decision, seat)))
}

const accountOf = ({ round }: Decision, seat: SeatId): Account =>
  known(round.accounts.get(seat), 'a bucket belongs to an account')

function closeBucket(decision: Decision, seat: SeatId, bucket: Bucket): void {
  const { round } = decision
  if (!isLiquidatable(round, accountOf(decision, seat), bucket)) return
  cancelBucketOrders(decision, seat, bucket)
  const account = accountOf(decision, seat)
  if (!isLiquidatable(round, account, bucket)) return

  const liquidated =
    bucket.mode === 'isolated'
      ? liquidateIsolated(decision, account, bucket)
      : liquidateCross(decision, account)
  report(decision, account, { bucket, closed: liquidated.closed })
  if (round.config.rules.lossPolicy === 'auto-deleveraging') deleverage(decision, liquidated)
}

/** Orders of a bucket would reopen what is being closed. */
function cancelBucketOrders(decision: Decision, seat: SeatId, bucket: Bucket): void {
  const account = accountOf(decision, seat)
  const held = new Set(bucket.positions.map(({ instrument }) => instrument))
  cancelOrders(decision, account, {
    reason: 'liquidation',
    choose: ({ instrument }) =>
      held.has(instrument) ||
      (bucket.mode === 'cross' && account.settings.get(instrument)?.marginMode === 'cross'),
  })
}

function report(
  decision: Decision,
  { seat }: Account,
  { bucket, closed }: { bucket: Bucket; closed: readonly PositionLiquidated[] },
): void {
  decision.emit({
    type: 'seat.liquidated',
    tick: decision.round.tick,
    seat,
    bucket: bucket.mode,
    closed: closed.map(({ instrument, size }) => ({ instrument, long: size.gt(0) })),
  })
}
