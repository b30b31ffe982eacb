import type { Place } from './steady-hand.ts'

/** Where a seat stands after several rounds. */
export interface LessonPlace<Seat> {
  readonly seat: Seat
  /** 1 the best; equals share one; null for a seat that had a place in no round. */
  readonly place: number | null
  /** Its places, averaged over the rounds in which it had one; null for none. */
  readonly average: number | null
  readonly rounds: number
}

/**
 * Places averaged over the rounds in which a seat had one. A round that is not to count, because the server
 * failed in it, is left out by the caller. The best first, those without any place last.
 */
export function lessonPlaces<Seat>(
  rounds: readonly (readonly Place<Seat>[])[],
): readonly LessonPlace<Seat>[] {
  const places = new Map<Seat, number[]>()
  for (const { seat, place } of rounds.flat()) {
    const own = places.get(seat) ?? []
    if (place !== null) own.push(place)
    places.set(seat, own)
  }
  const averaged = [...places].map(([seat, own]) => ({
    seat,
    rounds: own.length,
    average: own.length === 0 ? null : own.reduce((sum, place) => sum + place, 0) / own.length,
  }))
  averaged.sort((a, b) => (a.average ?? Number.POSITIVE_INFINITY) - (b.average ?? Number.POSITIVE_INFINITY))
  return averaged.map((each) => ({
    ...each,
    place: each.average === null ? null : 1 + averaged.findIndex(({ average }) => average === each.average),
  }))
}
