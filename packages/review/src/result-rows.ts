import type { SeatId } from '@cascade/engine'
import { equityOf } from '@cascade/engine'
import { worstDip } from './account-lens.ts'
import { accountPoints, eventsOf, type Reading, shown } from './reading.ts'

/** How one seat came out of a round, as a row of a table. Money in simulated dollars, shares as fractions. */
export interface ResultRow {
  readonly seat: SeatId
  readonly automatic: boolean
  readonly rank: number
  readonly equity: number
  /** Gain over the starting cash, a share of it. */
  readonly gain: number
  /** Largest fall from a peak of equity, a share of the peak. */
  readonly worstDip: number
  readonly fills: number
  readonly liquidations: number
  readonly feesPaid: number
  readonly wipedAtTick: number | null
  /** Ticks since the market opened when the seat was taken. */
  readonly joinedAtTick: number
  /** The margin modes of everything it filled. */
  readonly modes: 'cross' | 'isolated' | 'both' | 'none'
}

/** Every seat of a round, the first of the board first. */
export function resultRows(reading: Reading): readonly ResultRow[] {
  const modes = modesOf(reading)
  const cash = shown(reading.config.startingCash)
  return reading.standings.map(({ seat, rank, equity, liquidations, wipedAtTick }) => {
    const points = accountPoints(reading, seat)
    const worth = points.map(({ account, marks }) =>
      shown(equityOf({ marks, config: reading.config }, account)),
    )
    const last = points.at(-1)?.account
    return {
      seat,
      automatic: reading.seats.get(seat)?.kind === 'automatic',
      rank,
      equity: shown(equity),
      gain: (shown(equity) - cash) / cash,
      worstDip: worstDip(worth),
      fills: last?.fills ?? 0,
      liquidations,
      feesPaid: last ? shown(last.feesPaid) : 0,
      wipedAtTick,
      joinedAtTick: reading.seats.get(seat)?.joinedAtTick ?? 0,
      modes: modeOf(modes.get(seat)),
    }
  })
}

function modesOf(reading: Reading): ReadonlyMap<SeatId, ReadonlySet<'cross' | 'isolated'>> {
  const modes = new Map<SeatId, Set<'cross' | 'isolated'>>()
  for (const event of reading.frames.flatMap(eventsOf)) {
    if (event.type !== 'order.filled') continue
    modes.set(event.seat, (modes.get(event.seat) ?? new Set()).add(event.marginMode))
  }
  return modes
}

function modeOf(used: ReadonlySet<'cross' | 'isolated'> | undefined): ResultRow['modes'] {
  const [only] = used ?? []
  if (only === undefined) return 'none'
  return used?.size === 1 ? only : 'both'
}
