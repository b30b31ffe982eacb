import { number } from '../../format/number.ts'
import { wholePercent } from '../../format/percent.ts'

/**
 * An amount as a sentence says it: a part of what the market takes within 1 %, as much, twice, or so many
 * times.
 */
export interface Depths {
  readonly kind: 'part' | 'same' | 'twice' | 'times'
  readonly figure: string
}

/** How an amount in units of the usual depth is said, whatever its sign. */
export function depthsOf(amount: number): Depths {
  const size = Math.abs(amount)
  if (size < 0.95) return { kind: 'part', figure: wholePercent(size) }
  const tenths = Math.round(size * 10) / 10
  if (tenths <= 1.1) return { kind: 'same', figure: number(tenths) }
  if (tenths >= 1.9 && tenths <= 2.1) return { kind: 'twice', figure: number(tenths) }
  return { kind: 'times', figure: number(size < 10 ? tenths : Math.round(size)) }
}
