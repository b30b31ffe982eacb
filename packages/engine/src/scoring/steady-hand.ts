import type { RoundFacts } from './round-facts.ts'

/** How bold winners should be: the dip that is forgiven them, a share of the peak. */
export const DIP_FORGIVEN = { careful: 0.02, usual: 0.05, bold: 0.2 } as const

/** The host's word for it. */
export type Boldness = keyof typeof DIP_FORGIVEN

/** What the host has decided about scores. */
export interface ScoreRules {
  readonly boldness: Boldness
  /** Whether the lesson is one round alone: one round is mostly luck, so its profit counts up to a bound. */
  readonly single: boolean
}

/** Why a seat has no place in a round. */
export type Unplaced = 'late' | 'few_trades' | 'little_exposure'

/** A seat's place in a round, 1 the best; equals share one. */
export type Place<Seat> =
  | { readonly seat: Seat; readonly place: number; readonly score: number }
  | { readonly seat: Seat; readonly place: null; readonly why: Unplaced }

const TRADES_LEAST = 3
const EXPOSURE_LEAST = 0.5
const SINGLE_PROFIT_MOST = 0.15

/**
 * The score of an account that lived: `gain / max(worst dip, dip forgiven)` of a winner, the gain of a
 * loser, so that a deeper dip never helps and no loser is before a winner. No unit.
 */
export function steadyScore({ gain, worstDip }: RoundFacts, { boldness, single }: ScoreRules): number {
  if (gain <= 0) return gain
  const counted = single ? Math.min(gain, SINGLE_PROFIT_MOST) : gain
  return counted / Math.max(worstDip, DIP_FORGIVEN[boldness])
}

/** Why an account has no place; null when it has one. A wipe is always placed: last. */
export function unplaced({ late, fills, exposure, wipedAtTick }: RoundFacts): Unplaced | null {
  if (late) return 'late'
  if (wipedAtTick !== null) return null
  if (fills < TRADES_LEAST) return 'few_trades'
  return exposure < EXPOSURE_LEAST ? 'little_exposure' : null
}

/** Every seat of a round with its place, the best first and the unplaced last. docs/rules/scoring.md. */
export function steadyPlaces<Seat>(
  facts: readonly (readonly [Seat, RoundFacts])[],
  rules: ScoreRules,
): readonly Place<Seat>[] {
  const ranked = facts.flatMap(([seat, each]) =>
    unplaced(each) === null ? [standingOf(seat, each, rules)] : [],
  )
  ranked.sort(better)
  const placed = ranked.map((each): Place<Seat> => {
    const place = 1 + ranked.findIndex((other) => better(other, each) === 0)
    return { seat: each.seat, place, score: each.score }
  })
  const rest = facts.flatMap(([seat, each]): Place<Seat>[] => {
    const why = unplaced(each)
    return why === null ? [] : [{ seat, place: null, why }]
  })
  return [...placed, ...rest]
}

interface Standing<Seat> {
  readonly seat: Seat
  readonly score: number
  /** Living to the end is later than any wipe. */
  readonly livedUntil: number
}

const standingOf = <Seat>(seat: Seat, facts: RoundFacts, rules: ScoreRules): Standing<Seat> => ({
  seat,
  score: facts.wipedAtTick === null ? steadyScore(facts, rules) : -1,
  livedUntil: facts.wipedAtTick ?? Number.MAX_SAFE_INTEGER,
})

const better = <Seat>(a: Standing<Seat>, b: Standing<Seat>): number =>
  b.livedUntil - a.livedUntil || b.score - a.score
