import type { InstrumentId, SeatId } from '../number/ids.ts'
import type { RoundConfig } from '../round/config.ts'
import { CAUSE_MINUTES, type CascadeTrace, notionalOfSales, type TracedLiquidation } from './trace.ts'

/** A liquidation in the tree of those that brought it about. */
export interface CascadeMember {
  readonly id: number
  readonly tick: number
  readonly seat: SeatId | null
  readonly instruments: readonly InstrumentId[]
  /** Simulated dollars, the crowd counted. */
  readonly notional: number
  /** Those that brought it about, the heaviest first. */
  readonly parents: readonly number[]
  readonly together: boolean
  /** 0 for one that the market brought about alone, else one more than that of its heaviest parent. */
  readonly generation: number
}

/** Liquidations that go back to the same first one. */
export interface CascadeTree {
  readonly from: number
  readonly to: number
  readonly generations: number
  readonly notional: number
  /** Seats of the room among them. */
  readonly seats: number
  readonly members: readonly CascadeMember[]
}

/** What cascades did in a round. */
export interface CascadeReport {
  /** The largest first; one alone is a tree too. */
  readonly trees: readonly CascadeTree[]
  /**
   * `R̂`: the share of all liquidated notional that would not have been liquidated within an hour if
   * nothing had been sold by force since an hour before. Null when nothing was liquidated.
   */
  readonly ratio: number | null
  readonly liquidated: number
}

/** Builds the trees of a traced round. */
export function cascadeReport(trace: CascadeTrace, config: RoundConfig): CascadeReport {
  const members: CascadeMember[] = []
  const roots = new Map<number, CascadeMember[]>()
  const rootOf = new Map<number, number>()
  let liquidated = 0
  let caused = 0
  for (const each of trace.liquidations) {
    const [heaviest] = each.parents.ids
    const member = memberOf(each, heaviest === undefined ? 0 : (members[heaviest]?.generation ?? 0) + 1)
    const root = heaviest === undefined ? each.id : (rootOf.get(heaviest) ?? heaviest)
    members.push(member)
    rootOf.set(each.id, root)
    roots.set(root, [...(roots.get(root) ?? []), member])
    liquidated += member.notional
    if (heaviest !== undefined && !diesAnyway(trace, config, each)) caused += member.notional
  }
  const trees = [...roots.values()].map(treeOf).sort((a, b) => b.notional - a.notional)
  return { trees, ratio: liquidated === 0 ? null : caused / liquidated, liquidated }
}

function memberOf(traced: TracedLiquidation, generation: number): CascadeMember {
  const { id, tick, seat, sales, parents } = traced
  return {
    id,
    tick,
    seat,
    instruments: sales.map(({ instrument }) => instrument),
    notional: notionalOfSales(sales),
    parents: parents.ids,
    together: parents.kind === 'together',
    generation,
  }
}

const treeOf = (members: readonly CascadeMember[]): CascadeTree => ({
  from: Math.min(...members.map(({ tick }) => tick)),
  to: Math.max(...members.map(({ tick }) => tick)),
  generations: 1 + Math.max(...members.map(({ generation }) => generation)),
  notional: members.reduce((sum, { notional }) => sum + notional, 0),
  seats: members.filter(({ seat }) => seat !== null).length,
  members,
})

/**
 * Whether the hour after would have brought it anyway, had nothing been sold by force since the hour
 * before.
 */
function diesAnyway(trace: CascadeTrace, config: RoundConfig, { tick, diesAt }: TracedLiquidation): boolean {
  const hour = Math.ceil(CAUSE_MINUTES / config.clock.marketMinutesPerTick)
  const before = Math.max(1, tick - hour)
  for (let later = tick; later <= Math.min(tick + hour, config.clock.ticks); later += 1) {
    const isReached = diesAt((id, mark) => {
      const prices = trace.prices.get(id)
      const [calm, calmBefore, markBefore] = [
        prices?.calm[later - 1],
        prices?.calm[before - 1],
        prices?.marks[before - 1],
      ]
      return calm && calmBefore && markBefore ? (calm / calmBefore) * markBefore : mark
    })
    if (isReached) return true
  }
  return false
}
