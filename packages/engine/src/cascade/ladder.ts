import { known } from '../assert.ts'
import { healthWith, openWatch, type Watch, type WatchedBucket, watchedBuckets } from '../margin/watch.ts'
import { ghostLevels } from '../market/impact/ghosts.ts'
import { ghostInterest, usualDepth } from '../market/impact/usual-depth.ts'
import type { Instrument } from '../market/instrument.ts'
import type { Round } from '../state.ts'

/** Which way a price goes. */
export type Direction = 'down' | 'up'

/** Something that is liquidated on the way of a price. */
export interface Rung {
  /** How far from the mark, a share of it, positive in either direction. */
  readonly move: number
  /** What is then to be sold, or bought, units of the usual depth. */
  readonly volume: number
}

/** How far ladders reach, a share of the mark. */
export const REACH = 0.25

/** Who wants to know what waits on the way: the round read once for all instruments. */
export interface LadderReader {
  readonly round: Round
  readonly watch: Watch
  readonly buckets: readonly WatchedBucket[]
}

/** Reads a round for its ladders. */
export function openLadders(round: Round): LadderReader {
  const watch = openWatch(round)
  const held = [...round.accounts.values()].filter(({ positions }) => positions.size > 0)
  return { round, watch, buckets: held.flatMap((account) => watchedBuckets(watch, account)) }
}

/**
 * What is liquidated while the price of one instrument goes one way and every other stays, the nearest
 * first: ghosts at their prices, and every bucket where a straight line through its health here and at the
 * end of the ladder says.
 */
export function ladder(reader: LadderReader, instrument: Instrument, direction: Direction): readonly Rung[] {
  const rungs = [...ghostRungs(reader, instrument, direction), ...bucketRungs(reader, instrument, direction)]
  return rungs.sort((a, b) => a.move - b.move)
}

function ghostRungs({ round }: LadderReader, instrument: Instrument, direction: Direction): readonly Rung[] {
  const rule = known(round.config.market.impact, 'trades move prices in this round')
  const book = known(round.secret?.books.get(instrument.id), 'the whole round knows its books')
  const mark = known(round.marks.get(instrument.id), 'every instrument has a mark').toNumber()
  const sign = direction === 'down' ? -1 : 1
  const interest = ghostInterest(rule, instrument)
  return ghostLevels(book.ghosts, direction === 'down' ? 'long' : 'short')
    .map(({ price, share }) => ({ move: sign * (price / mark - 1), volume: share * interest }))
    .filter(({ move }) => move >= 0 && move <= REACH)
}

function bucketRungs(reader: LadderReader, instrument: Instrument, direction: Direction): readonly Rung[] {
  const { round, watch, buckets } = reader
  const slot = round.config.instruments.indexOf(instrument)
  const sign = direction === 'down' ? -1 : 1
  const crowd = (round.config.market.impact?.crowd ?? 1) / usualDepth(instrument)
  const rungs: Rung[] = []
  for (const bucket of buckets) {
    const column = bucket.columns.find((each) => each.slot === slot)
    if (column === undefined || column.size * sign > 0) continue
    const here = healthWith(watch, bucket, { slot, factor: 1 })
    const there = healthWith(watch, bucket, { slot, factor: 1 + sign * REACH })
    if (there >= 0) continue
    const move = here <= 0 ? 0 : (here / (here - there)) * REACH
    rungs.push({ move, volume: Math.abs(column.size) * crowd })
  }
  return rungs
}
