import type { InstrumentId, InstrumentImpact, RoundConfig } from '@cascade/engine'

/**
 * What was sold by force in one instrument, by tick, in units of the usual depth; negative where it was
 * bought. Ticks without any are left out. Both lists grow together.
 */
export interface ForcedLine {
  readonly ticks: number[]
  readonly sold: number[]
}

/** Less than this share of the usual depth is not worth a word or a stroke. */
export const FORCED_LEAST = 0.05

/** The forced selling that this tab has heard of. What came before it listened is not told afterwards. */
export class ForcedHistory {
  readonly #lines: ReadonlyMap<InstrumentId, ForcedLine>

  constructor({ instruments }: RoundConfig) {
    this.#lines = new Map(instruments.map(({ id }) => [id, { ticks: [], sold: [] }]))
  }

  line(instrument: InstrumentId): ForcedLine {
    return this.#lines.get(instrument) ?? { ticks: [], sold: [] }
  }

  /** Adds what trades did in a tick. */
  add(tick: number, impacts: ReadonlyMap<InstrumentId, InstrumentImpact>): void {
    for (const [instrument, { sold }] of impacts) {
      const line = this.line(instrument)
      if (Math.abs(sold) <= FORCED_LEAST || tick <= (line.ticks.at(-1) ?? -1)) continue
      line.ticks.push(tick)
      line.sold.push(sold)
    }
  }
}
