import type { InstrumentId } from '../number/ids.ts'
import type { Money, Price, Size } from '../number/units.ts'
import type { MarginMode } from '../round/config.ts'
import type { Account } from './account.ts'
import { type Bucket, type Market, markOf, requirementOf, standingOf } from './bucket.ts'
import { unrealizedPnl } from './position.ts'

/** One position's part in a bucket's end. */
export interface DrainPart {
  readonly instrument: InstrumentId
  readonly size: Size
  readonly mark: Price
  /** Simulated dollars; negative parts drained the bucket. */
  readonly unrealizedPnl: Money
  /** Maintenance and closing fee of this position, simulated dollars. */
  readonly requirement: Money
}

/** Why a bucket was liquidated: its equity was below its requirement. */
export interface LiquidationCause {
  readonly bucket: MarginMode
  readonly equity: Money
  readonly requirement: Money
  /** Every position of the bucket as it stood, the largest loss first. */
  readonly parts: readonly DrainPart[]
}

/** Why a bucket is being liquidated: every position's part, the one that drained it most first. */
export function causeOf(market: Market, account: Account, bucket: Bucket): LiquidationCause {
  const { equity, requirement } = standingOf(market, account, bucket)
  const parts = bucket.positions.map((position) => {
    const mark = markOf(market, position.instrument)
    return {
      instrument: position.instrument,
      size: position.size,
      mark,
      unrealizedPnl: unrealizedPnl(position, mark),
      requirement: requirementOf(market, position),
    }
  })
  parts.sort((a, b) => a.unrealizedPnl.cmp(b.unrealizedPnl))
  return { bucket: bucket.mode, equity, requirement, parts }
}
