import type { Instrument, InstrumentId, Price, RoundConfig } from '@cascade/engine'
import type { PastMarks } from '@cascade/protocol'

/** Marks of one instrument by tick, as numbers for drawing. The lists grow together. */
export interface PriceLine {
  readonly ticks: number[]
  readonly marks: number[]
  /** What was traded since the mark before, in units of the instrument. */
  readonly volumes: number[]
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
    return this.#lines.get(instrument) ?? { ticks: [], marks: [], volumes: [] }
  }

  /** Adds the marks of ticks that this tab did not hear of. */
  recall({ fromTick, every, steps, volumes }: PastMarks): void {
    for (const [index, { id, priceIncrement }] of this.#instruments.entries()) {
      const { unit, counts } = volumes[index] ?? { unit: 0, counts: [] }
      let increments = 0
      for (const [n, step] of (steps[index] ?? []).entries()) {
        increments += step
        push(this.line(id), {
          tick: fromTick + n * every,
          mark: priceIncrement.times(increments).toNumber(),
          volume: (counts[n] ?? 0) * unit,
        })
      }
    }
  }

  /** Adds the marks of a tick, and what was traded in it, where that was heard. */
  add({ tick, marks }: Marked, volumes: readonly number[] = []): void {
    for (const [index, { id }] of this.#instruments.entries()) {
      const mark = marks.get(id)
      if (mark) push(this.line(id), { tick, mark: mark.toNumber(), volume: volumes[index] ?? 0 })
    }
  }
}

/** A round as far as its prices go. */
interface Marked {
  readonly tick: number
  readonly marks: ReadonlyMap<InstrumentId, Price>
}

interface Point {
  readonly tick: number
  readonly mark: number
  readonly volume: number
}

/** A tick that is not newer is known already. */
function push({ ticks, marks, volumes }: PriceLine, { tick, mark, volume }: Point): void {
  if (tick <= (ticks.at(-1) ?? -1)) return
  ticks.push(tick)
  marks.push(mark)
  volumes.push(volume)
}

const openingLine = ({ openingPrice }: Instrument): PriceLine => ({
  ticks: [0],
  marks: [openingPrice.toNumber()],
  volumes: [0],
})
