import type { RoundEvent } from './event.ts'
import { evolve } from './evolve.ts'
import type { Outcome } from './outcome.ts'
import type { Rejection } from './rejection.ts'
import type { Round } from './state.ts'

/**
 * A command being carried out: what it emits is folded into the round at once, so that later steps see it.
 */
export class Decision {
  readonly round: Round
  readonly events: RoundEvent[] = []

  constructor(round: Round) {
    this.round = round
  }

  emit(event: RoundEvent): void {
    evolve(this.round, event)
    this.events.push(event)
  }

  accept(): Outcome {
    return { status: 'accepted', events: this.events }
  }
}

/** The rules say no: nothing has changed. */
export const reject = (rejection: Rejection): Outcome => ({ status: 'rejected', rejection, events: [] })
