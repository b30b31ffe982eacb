import type { Account, InstrumentId, MarginMode, Risk } from '@cascade/engine'
import type { Cascade, LensPoint } from '@cascade/review'

/** One position as a tank. */
export interface HeldTank {
  readonly instrument: InstrumentId
  readonly long: boolean
  /** 1 as opened, 0 where its bucket is liquidated. */
  readonly buffer: number
}

/** Tanks that answer for each other: every cross position of an account, or one isolated position alone. */
export interface TankGroup {
  readonly mode: MarginMode
  readonly tanks: readonly HeldTank[]
  /** What stands behind them, simulated dollars. */
  readonly equity: number
  /** The line: what must stay behind them, simulated dollars. */
  readonly requirement: number
  /** They were liquidated: nothing is held any more, and `equity` is what had stood behind them. */
  readonly isDrained: boolean
}

/** The tanks of an account: the joined ones first, then those with walls of their own. */
export function tankGroups(account: Account, risk: Risk): readonly TankGroup[] {
  const held = [...account.positions.values()].map(({ instrument, size, marginMode }) => {
    const bucket = marginMode === 'cross' ? risk.cross : risk.isolated.get(instrument)
    return { instrument, marginMode, long: size.isPositive(), bucket }
  })
  return grouped(
    held.flatMap(({ bucket, ...tank }) =>
      bucket
        ? {
            ...tank,
            buffer: bucket.buffer,
            equity: bucket.equity.toNumber(),
            requirement: bucket.requirement.toNumber(),
          }
        : [],
    ),
  )
}

/** The tanks of a recorded account at one tick. */
export const groupsOfPoint = ({ tanks }: LensPoint): readonly TankGroup[] => grouped(tanks)

/**
 * What was liquidated and not opened again: its tanks stand there empty, the latest end of each instrument.
 */
export function drainedGroups(
  cascades: readonly Cascade[],
  held: readonly TankGroup[],
): readonly TankGroup[] {
  const taken = new Set(held.flatMap(({ tanks }) => tanks.map(({ instrument }) => instrument)))
  const groups: TankGroup[] = []
  for (const { bucket, closed, lost } of cascades.toReversed()) {
    const tanks = closed.filter(({ instrument }) => !taken.has(instrument))
    if (tanks.length === 0) continue
    for (const { instrument } of tanks) taken.add(instrument)
    groups.push({
      mode: bucket,
      tanks: tanks.map(({ instrument, long }) => ({ instrument, long, buffer: 0 })),
      equity: lost,
      requirement: 0,
      isDrained: true,
    })
  }
  return groups
}

type Member = HeldTank & Pick<TankGroup, 'equity' | 'requirement'> & { readonly marginMode: MarginMode }

function grouped(members: readonly Member[]): readonly TankGroup[] {
  const shared = members.filter(({ marginMode }) => marginMode === 'cross')
  const alone = members.filter(({ marginMode }) => marginMode === 'isolated')
  const groups = [shared, ...alone.map((member) => [member])].filter((group) => group.length > 0)
  return groups.flatMap((group) => {
    const [first] = group
    if (!first) return []
    const tanks = group.map(({ instrument, long, buffer }) => ({ instrument, long, buffer }))
    const { marginMode: mode, equity, requirement } = first
    return { mode, tanks, equity, requirement, isDrained: false }
  })
}
