import { known } from '../../assert.ts'
import type { InstrumentId } from '../../number/ids.ts'
import type { Size } from '../../number/units.ts'
import type { Instrument } from '../instrument.ts'
import type { ImpactBook } from './book.ts'
import { traded } from './impact.ts'
import type { ImpactRule } from './rule.ts'
import { usualDepth } from './usual-depth.ts'

/** The part of a configuration that says how much a trade weighs. */
interface Weighing {
  readonly instruments: readonly Instrument[]
  readonly market?: { readonly impact?: ImpactRule }
}

/**
 * What a trade of a size weighs, the crowd behind it counted: units of the usual depth, signed like the
 * size.
 */
export function volumeOf({ instruments, market }: Weighing, id: InstrumentId, traded: Size): number {
  const instrument = known(
    instruments.find((each) => each.id === id),
    'a trade is in an instrument of the round',
  )
  const { crowd } = known(market?.impact, 'trades move prices in this round')
  return (traded.toNumber() * crowd) / usualDepth(instrument)
}

/**
 * A book after somebody traded: the calm path knows what people choose to do, and only what is forced it
 * does not.
 */
export const withTrade = (book: ImpactBook, volume: number): ImpactBook => ({
  ...book,
  live: { ...book.live, impact: traded(book.live.impact, volume).impact },
  calm: { ...book.calm, impact: traded(book.calm.impact, volume).impact },
})

/**
 * A book after the house took a position over: it waits to be sold, or bought where the volume is negative.
 */
export const withTakeover = (book: ImpactBook, volume: number): ImpactBook => ({
  ...book,
  waiting: book.waiting + volume,
})
