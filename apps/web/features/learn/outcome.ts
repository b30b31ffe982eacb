import type { MarginMode } from '@cascade/engine'
import type { WorkedExample } from './worked-example.ts'

/** What has become of the example, for the sentence beside it. */
export type ExampleOutcome = 'untouched' | 'losing' | 'close' | 'oneClosed' | 'allClosed'

/** Below this level the line is near. */
const CLOSE = 0.25

/** Names what has happened: the first that holds, from the worst. */
export function outcomeOf(marginMode: MarginMode, { tanks }: WorkedExample): ExampleOutcome {
  const closed = tanks.filter(({ isLiquidated }) => isLiquidated).length
  if (closed === tanks.length) return 'allClosed'
  if (closed > 0) return 'oneClosed'
  const losing = tanks.filter(({ pnl }) => pnl < 0)
  if (losing.length === 0) return 'untouched'
  const lowest = Math.min(...(marginMode === 'cross' ? tanks : losing).map(({ level }) => level))
  return lowest < CLOSE ? 'close' : 'losing'
}
