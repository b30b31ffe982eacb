import {
  type Command,
  execute,
  type Frame,
  instrumentId,
  instrumentOf,
  markOf,
  type Opening,
  type OrderRequest,
  type Outcome,
  openRound,
  type Price,
  priceOnIncrement,
  quantity,
  type Round,
  type RoundChoices,
  rate,
  roundId,
  type SeatId,
  type Side,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import type { RoundRecord } from '../src/record.ts'

/** Plays a round by hand and writes it down as the journal would. */
export class Recorder {
  readonly round: Round
  readonly #opening: Opening
  readonly #frames: Frame[] = []
  #commands: Command[] = []

  constructor(seed: string, choices: Partial<RoundChoices> = {}) {
    const config = standardConfig({ id: roundId('r_test'), ...choices })
    this.#opening = { config, seed: seedFromText(seed) }
    this.round = openRound(config, this.#opening.seed)
  }

  do(command: Command): Outcome {
    this.#commands.push(command)
    return execute(this.round, command)
  }

  sit(name: string, kind: 'human' | 'automatic' = 'human'): SeatId {
    const seat = seatId(name)
    this.do({ type: 'seat.join', seat, kind, character: null })
    return seat
  }

  /** Ends the frame, moving the clock. */
  tick(): void {
    this.do({ type: 'clock.advance' })
    this.frame()
  }

  ticks(count: number): void {
    for (let done = 0; done < count && this.round.phase === 'running'; done += 1) this.tick()
  }

  /** Ends the frame without moving the clock, as in the lobby. */
  frame(): void {
    const fingerprint = this.round.fingerprint ?? ''
    this.#frames.push({ tick: this.#frames.length + 1, commands: this.#commands, fingerprint })
    this.#commands = []
  }

  /** A share of an instrument's mark, on its price increment. */
  at(instrument: string, share: string): Price {
    const id = instrumentId(instrument)
    return priceOnIncrement(markOf(this.round, id).times(share), instrumentOf(this.round, id).priceIncrement)
  }

  record(): RoundRecord {
    if (this.#commands.length > 0) this.frame()
    return { opening: this.#opening, frames: this.#frames }
  }
}

/** A market order in units of an instrument. */
export const market = (instrument: string, side: Side, units: number | string): OrderRequest => ({
  instrument: instrumentId(instrument),
  side,
  type: 'market',
  quantity: quantity(units),
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
})

/** Sets an instrument's leverage to 20x and buys, for each entry. */
export function levered(recorder: Recorder, seat: SeatId, units: Readonly<Record<string, string>>): void {
  for (const [instrument, size] of Object.entries(units)) {
    recorder.do({
      type: 'leverage.set',
      seat,
      id: null,
      instrument: instrumentId(instrument),
      leverage: rate(20),
    })
    recorder.do({ type: 'order.place', seat, id: null, order: market(instrument, 'buy', size) })
  }
}
