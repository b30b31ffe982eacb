import type { InstrumentId, MarginMode, SeatId } from '@cascade/engine'
import type { Cause, Moment } from './moment.ts'
import type { Reading } from './reading.ts'
import { momentsOfFrame } from './timeline.ts'

/** A position named in a sentence about a liquidation. */
export interface Named {
  readonly instrument: InstrumentId
  readonly long: boolean
  /** What it had gained or lost at the marks of that tick, simulated dollars. */
  readonly pnl: number
}

/** A position that was cut down and not closed, in units. */
export interface Cut extends Named {
  readonly quantity: number
  readonly left: number
}

/** A winner that was closed, whole or in part, to pay what the bucket could not. */
export interface ClosedEarly {
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly long: boolean
  readonly quantity: number
  /** The bankruptcy price at which it had to close, simulated dollars per unit. */
  readonly price: number
}

/** One bucket's end, ready to be said: `BTC long drained the shared margin; ETH and SOL closed with it.` */
export interface Cascade {
  readonly tick: number
  readonly seat: SeatId
  readonly bucket: MarginMode
  /** The position with the largest loss: what drained the bucket. */
  readonly drained: Named
  /** Every position that was closed whole, the largest loss first. */
  readonly closed: readonly Named[]
  /** What closed in the same tick although something else had drained the margin they shared. */
  readonly closedWith: readonly Named[]
  /** What was cut down so that the rest could live; empty unless the policy closes no more than it must. */
  readonly cut: readonly Cut[]
  /** Positions of others that were closed early because of it. */
  readonly closedEarly: readonly ClosedEarly[]
  /** What had backed the bucket and is gone; where it lives on, what was realized. Simulated dollars. */
  readonly lost: number
  /** Whether the account's last money went with it. */
  readonly wiped: boolean
  readonly cause: Cause
}

type Liquidated = Extract<Moment, { kind: 'liquidated' }>
type Deleveraged = Extract<Moment, { kind: 'deleveraged' }>
type Bucket = { readonly first: Liquidated; readonly closes: Liquidated[]; readonly early: Deleveraged[] }

/** Every liquidation of a round, one entry per bucket that ended or was cut down, in order. */
export const cascades = (reading: Reading): readonly Cascade[] =>
  reading.frames.flatMap((frame) => cascadesOf(momentsOfFrame(frame)))

/** The buckets that ended or were cut down among the moments of a few ticks. */
export function cascadesOf(moments: readonly Moment[]): readonly Cascade[] {
  const buckets = new Map<string, Bucket>()
  let latest: Bucket | null = null
  for (const moment of moments) {
    if (moment.kind === 'liquidated') latest = bucketOf(buckets, moment)
    if (moment.kind === 'deleveraged' && latest && isEffectOf(latest, moment)) latest.early.push(moment)
  }
  const wiped = new Set(moments.flatMap((each) => (each.kind === 'wiped' ? [wipeKey(each)] : [])))
  return [...buckets.values()].map((bucket) => cascadeOf(bucket, wiped.has(wipeKey(bucket.first))))
}

const wipeKey = ({ tick, seat }: { readonly tick: number; readonly seat: SeatId }): string =>
  `${tick} ${seat}`

function bucketOf(buckets: Map<string, Bucket>, moment: Liquidated): Bucket {
  const own = moment.marginMode === 'isolated' ? moment.instrument : ''
  const key = `${moment.tick} ${moment.seat} ${own}`
  const bucket = buckets.get(key) ?? { first: moment, closes: [], early: [] }
  buckets.set(key, bucket)
  bucket.closes.push(moment)
  return bucket
}

/** Winners pay for the liquidation before them: others' positions on the other side of what it closed. */
const isEffectOf = ({ first, closes }: Bucket, { tick, seat, instrument, long }: Deleveraged): boolean =>
  tick === first.tick &&
  seat !== first.seat &&
  closes.some((close) => close.instrument === instrument && close.long !== long)

function cascadeOf({ first, closes, early }: Bucket, wiped: boolean): Cascade {
  const { tick, seat, cause } = first
  const latest = new Map(closes.map((close) => [close.instrument, close]))
  const named = cause.parts.map(
    ({ instrument, long, unrealizedPnl }): Named => ({ instrument, long, pnl: unrealizedPnl }),
  )
  const [drained] = named
  if (!drained) throw new RangeError('a liquidated bucket held a position')
  const closed = named.filter(({ instrument }) => latest.get(instrument)?.left === 0)
  return {
    tick,
    seat,
    bucket: cause.bucket,
    drained,
    closed,
    closedWith: closed.filter(({ instrument }) => instrument !== drained.instrument),
    cut: named.flatMap((each) => {
      const left = latest.get(each.instrument)?.left ?? 0
      return left > 0 ? { ...each, quantity: quantityOf(closes, each.instrument), left } : []
    }),
    closedEarly: early.map(closedEarlyOf),
    lost: closed.length === named.length ? cause.wallet : realizedLoss(closes, cause),
    wiped,
    cause,
  }
}

const quantityOf = (closes: readonly Liquidated[], instrument: InstrumentId): number =>
  closes.reduce((sum, close) => sum + (close.instrument === instrument ? close.quantity : 0), 0)

function realizedLoss(closes: readonly Liquidated[], { wallet }: Cause): number {
  const lost = closes.reduce((sum, { realizedPnl, fee }) => sum - realizedPnl + fee, 0)
  return Math.max(0, Math.min(wallet, lost))
}

const closedEarlyOf = ({ seat, instrument, long, quantity, price }: Deleveraged): ClosedEarly => ({
  seat,
  instrument,
  long,
  quantity,
  price,
})
