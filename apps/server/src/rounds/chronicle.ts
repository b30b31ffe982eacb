import type { Outcome, Round, SeatId } from '@cascade/engine'
import type { PastMarks } from '@cascade/protocol'
import { MarkHistory } from './mark-history.ts'
import { isMilestone, type Milestone, Milestones } from './milestones.ts'

/** What is told of the past: the protocol's `Past`. */
export interface Recollection {
  readonly marks: PastMarks
  readonly milestones: readonly Milestone[]
}

/**
 * What a round was, for those who come late: its marks tick by tick, and what befell each person's seat. It
 * follows from the journal alone, so carrying the journal out again leads to the same.
 */
export class Chronicle {
  readonly #round: Round
  readonly #marks: MarkHistory
  readonly #milestones = new Milestones()
  /** Number of the frame that opened the market: from there on every frame is a tick. */
  #openedAtFrame = 0

  constructor(round: Round) {
    this.#round = round
    this.#marks = new MarkHistory(round.config)
  }

  /** Notes what a frame led to. */
  note({ tick: frame, outcomes }: { readonly tick: number; readonly outcomes: readonly Outcome[] }): void {
    for (const event of outcomes.flatMap((outcome) => outcome.events)) {
      if (event.type === 'market.moved') {
        this.#openedAtFrame = frame - event.tick
        this.#marks.add(event)
      } else if (isMilestone(event) && this.#isPerson(event.seat)) this.#milestones.keep(frame, event)
    }
  }

  /** What happened after a frame, as one seat may know it; null for somebody who only watches. */
  after(frame: number, seat: SeatId | null): Recollection {
    return {
      marks: this.#marks.from(Math.max(0, frame - this.#openedAtFrame + 1)),
      milestones: seat === null ? [] : this.#milestones.after(frame, seat),
    }
  }

  #isPerson(seat: SeatId): boolean {
    return this.#round.seats.get(seat)?.kind === 'human'
  }
}
