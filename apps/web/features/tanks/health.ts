import type { Risk } from '@cascade/engine'

/**
 * How close an account is to a liquidation: four words, one for an account that holds nothing and one for a
 * wiped one.
 */
export type Health = 'flat' | 'safe' | 'tight' | 'danger' | 'last' | 'empty'

const SAFE = 0.5
const TIGHT = 0.25
const DANGER = 0.1
/**
 * How high a tank stands as opened; what is above is for positions that gained, or have more behind them
 * than they need.
 */
const AS_OPENED = 0.7

/** The word for a buffer: 1 as opened, 0 where the bucket is liquidated; null when nothing is held. */
export function healthOf(buffer: number | null): Health {
  if (buffer === null) return 'flat'
  if (buffer >= SAFE) return 'safe'
  if (buffer >= TIGHT) return 'tight'
  return buffer >= DANGER ? 'danger' : 'last'
}

/** The smallest buffer of an account: the bucket that would go first. Null when nothing is held. */
export function smallestBuffer({ cross, isolated }: Risk): number | null {
  const buffers = [...isolated.values()].map(({ buffer }) => buffer)
  if (cross.notional.gt(0)) buffers.push(cross.buffer)
  return buffers.length === 0 ? null : Math.min(...buffers)
}

/** How high a tank stands for a buffer: it rises with every dollar, and never overflows. */
export function levelOf(buffer: number): number {
  if (buffer <= 0) return 0
  return buffer <= 1 ? AS_OPENED * buffer : 1 - (1 - AS_OPENED) / buffer
}
