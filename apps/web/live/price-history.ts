import type { Instrument, InstrumentId, Price, RoundConfig } from '@cascade/engine'
import type { PastMarks } from '@cascade/protocol'

/** Marks of one instrument by tick, as numbers for drawing. Both lists grow together. */
export interface PriceLine {
  readonly ticks: number[]
  readonly marks: number[]
}

/** The prices of a round since its opening: what the server tells of the past, then what this tab hears. */
export class PriceHistory {
  readonly #instruments: readonly Instrument[]
  readonly #lines: ReadonlyMap<InstrumentId, PriceLine>

  constructor({ instruments }: RoundConfig) {
    this.#instruments = instruments
    this.#lines = new Map(instruments.map((instrument) => [instrument.id, openingLine(instrument)]))
  }

  line(instrument: InstrumentId): PriceLine {
    return this.#lines.get(instrument) ?? { ticks: [], marks: [] }
  }

  /** Adds the marks of ticks that this tab did not hear of. */
  recall({ fromTick, every, steps }: PastMarks): void {
    for (const [index, { id, priceIncrement }] of this.#instruments.entries()) {
      let increments = 0
      for (const [n, step] of (steps[index] ?? []).entries()) {
        increments += step
        push(this.line(id), { tick: fromTick + n * every, mark: priceIncrement.times(increments).toNumber() })
      }
    }
  }

  /** Adds the marks of a tick. */
  add(tick: number, marks: ReadonlyMap<InstrumentId, Price>): void {
    for (const [instrument, mark] of marks) push(this.line(instrument), { tick, mark: mark.toNumber() })
  }
}

/** A tick that is not newer is known already. */
function push({ ticks, marks }: PriceLine, { tick, mark }: { tick: number; mark: number }): void {
  if (tick <= (ticks.at(-1) ?? -1)) return
  ticks.push(tick)
  marks.push(mark)
}

const openingLine = ({ openingPrice }: Instrument): PriceLine => ({
  ticks: [0],
  marks: [openingPrice.toNumber()],
})
