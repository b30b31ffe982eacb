import { execute, type Rejection, type Round, type SeatId, view } from '@cascade/engine'
import { commandOf, type Intent } from '@cascade/protocol'

/** A round as it would be after some wishes, or the first one that the rules refuse. */
export interface Rehearsal {
  readonly round: Round
  readonly rejection: Rejection | null
}

/**
 * Carries wishes out on a copy of the view, by the same engine that will carry them out for good: preview =
 * deed.
 */
export function rehearse(round: Round, seat: SeatId, intents: readonly Intent[]): Rehearsal {
  const copy = view(round, seat)
  for (const intent of intents) {
    const outcome = execute(copy, commandOf(intent, { seat, id: null }))
    if (outcome.status === 'rejected') return { round: copy, rejection: outcome.rejection }
  }
  return { round: copy, rejection: null }
}
