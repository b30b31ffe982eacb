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

/** One bucket's end, ready to be said: `BTC long drained the shared margin; ETH and SOL closed with it.` */
export interface Cascade {
  readonly tick: number
  readonly seat: SeatId
  readonly bucket: MarginMode
  /** The position with the largest loss: what drained the bucket. */
  readonly drained: Named
  /** What closed in the same tick although something else had drained the margin they shared. */
  readonly closedWith: readonly Named[]
  /** What had backed the bucket and is gone, simulated dollars. */
  readonly lost: number
  /** Whether the account's last money went with it. */
  readonly wiped: boolean
  readonly cause: Cause
}

type Liquidated = Extract<Moment, { kind: 'liquidated' }>

/** Every liquidation of a round, one entry per bucket that ended, in order. */
export const cascades = (reading: Reading): readonly Cascade[] =>
  reading.frames.flatMap((frame) => cascadesOf(momentsOfFrame(frame)))

/** The buckets that ended among the moments of one tick. */
export function cascadesOf(moments: readonly Moment[]): readonly Cascade[] {
  const buckets = new Map<string, Liquidated[]>()
  for (const moment of moments) {
    if (moment.kind !== 'liquidated') continue
    const own = moment.marginMode === 'isolated' ? moment.instrument : ''
    const key = `${moment.seat}/${own}`
    buckets.set(key, [...(buckets.get(key) ?? []), moment])
  }
  const wiped = new Set(moments.flatMap((moment) => (moment.kind === 'wiped' ? [moment.seat] : [])))
  return [...buckets.values()].flatMap(([first]) => (first ? [cascadeOf(first, wiped.has(first.seat))] : []))
}

function cascadeOf({ tick, seat, cause }: Liquidated, wiped: boolean): Cascade {
  const [drained, ...others] = cause.parts.map(
    ({ instrument, long, unrealizedPnl }): Named => ({ instrument, long, pnl: unrealizedPnl }),
  )
  if (!drained) throw new RangeError('a liquidated bucket held a position')
  return { tick, seat, bucket: cause.bucket, drained, closedWith: others, lost: cause.wallet, wiped, cause }
}
