import { displacementOf, type Impact, priceFactor } from '../market/impact/impact.ts'
import type { InstrumentId } from '../number/ids.ts'
import type { DiesAt } from './forced-sale.ts'
import type { Contribution } from './sale-queue.ts'

/** Who brought a liquidation about. */
export interface Parents {
  /** Numbers of liquidations, the one that moved the price most first; none when the market did it alone. */
  readonly ids: readonly number[]
  /**
   * Whether it takes all of them: without any one of them it would have lived, or only without all of them
   * together.
   */
  readonly kind: 'each' | 'together' | 'none'
}

/** What stands behind the marks of a tick. */
export interface Standing {
  readonly impacts: ReadonlyMap<InstrumentId, Impact>
  /** What earlier liquidations still do to the prices. */
  readonly contributions: ReadonlyMap<InstrumentId, ReadonlyMap<number, Contribution>>
}

const NO_PARENTS: Parents = { ids: [], kind: 'none' }

/**
 * The liquidations without whose selling this one would not have happened at its tick: its own marks are
 * worked out again without each of them, by taking its part of the pressure and of what is left for good
 * away.
 */
export function parentsOf(dies: DiesAt, instruments: readonly InstrumentId[], standing: Standing): Parents {
  const candidates = [
    ...new Set(instruments.flatMap((id) => [...(standing.contributions.get(id)?.keys() ?? [])])),
  ]
  const without = (gone: ReadonlySet<number>): boolean =>
    dies((id, mark) => markWithout(standing, gone, { id, mark }))
  if (candidates.length === 0 || without(new Set(candidates))) return NO_PARENTS
  const ranked = candidates
    .map((source) => ({ source, weight: weightOf(standing, instruments, source) }))
    .sort((a, b) => b.weight - a.weight || a.source - b.source)
    .map(({ source }) => source)
  const each = ranked.filter((source) => !without(new Set([source])))
  if (each.length > 0) return { ids: each, kind: 'each' }
  const together = new Set<number>()
  for (const source of ranked) {
    together.add(source)
    if (!without(together)) break
  }
  return { ids: [...together], kind: 'together' }
}

/** A mark as it would be if some liquidations had not been sold, simulated dollars per unit. */
function markWithout(
  { impacts, contributions }: Standing,
  gone: ReadonlySet<number>,
  { id, mark }: { readonly id: InstrumentId; readonly mark: number },
): number {
  const impact = impacts.get(id)
  const parts = contributions.get(id)
  if (!impact || !parts) return mark
  let { pressure, permanent } = impact
  for (const source of gone) {
    pressure -= parts.get(source)?.pressure ?? 0
    permanent -= parts.get(source)?.permanent ?? 0
  }
  const other = displacementOf({ ...impact, pressure, permanent })
  return (mark * priceFactor(other)) / priceFactor(displacementOf(impact))
}

/** How far a liquidation moves the marks of some instruments, summed as shares. */
function weightOf(standing: Standing, instruments: readonly InstrumentId[], source: number): number {
  const gone = new Set([source])
  const moves = instruments.map((id) => Math.abs(markWithout(standing, gone, { id, mark: 1 }) - 1))
  return moves.reduce((sum, move) => sum + move, 0)
}
