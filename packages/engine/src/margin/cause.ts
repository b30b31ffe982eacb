import type { LiquidationCause } from '../event.ts'
import type { Account } from './account.ts'
import { type Bucket, type Market, markOf, requirementOf, standingOf } from './bucket.ts'
import { unrealizedPnl } from './position.ts'

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
