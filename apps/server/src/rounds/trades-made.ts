import type { MarginMode, Outcome, SeatId } from '@cascade/engine'

/** Which margin mode a seat's orders filled with. */
export type ModeUsed = MarginMode | 'mixed'

/** What one seat traded by its own orders; what the bell or a liquidation closed is not among it. */
export interface TradesOfSeat {
  readonly fills: number
  /** Null for a seat that never traded. */
  readonly modeUsed: ModeUsed | null
}

const NONE: TradesOfSeat = { fills: 0, modeUsed: null }

/** Counts what each seat traded, for the results. */
export class TradesMade {
  readonly #bySeat = new Map<SeatId, TradesOfSeat>()

  note(outcomes: readonly Outcome[]): void {
    for (const event of outcomes.flatMap((outcome) => outcome.events)) {
      if (event.type !== 'order.filled') continue
      const { fills, modeUsed } = this.of(event.seat)
      const isSame = modeUsed === null || modeUsed === event.marginMode
      this.#bySeat.set(event.seat, { fills: fills + 1, modeUsed: isSame ? event.marginMode : 'mixed' })
    }
  }

  of(seat: SeatId): TradesOfSeat {
    return this.#bySeat.get(seat) ?? NONE
  }
}
