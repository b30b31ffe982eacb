import type { InstrumentId, Price, RoundConfig, RoundId } from '@cascade/engine'

/** Marks of one instrument by tick, as numbers for drawing. Both lists grow together. */
export interface PriceLine {
  readonly ticks: number[]
  readonly marks: number[]
}

const SAVE_EVERY = 20
const keyOf = (round: RoundId): string => `cascade.prices.${round}`

/**
 * The prices this tab has seen. The server does not send the past again, so they are kept for the tab's
 * life: a reload
 * finds its chart where it was.
 */
export class PriceHistory {
  readonly #round: RoundId
  readonly #lines: ReadonlyMap<InstrumentId, PriceLine>

  constructor({ id, instruments }: RoundConfig) {
    this.#round = id
    const kept = readKept(keyOf(id))
    this.#lines = new Map(
      instruments.map((instrument) => [
        instrument.id,
        lineOf(kept?.[instrument.id]) ?? openingLine(instrument),
      ]),
    )
  }

  line(instrument: InstrumentId): PriceLine {
    return this.#lines.get(instrument) ?? { ticks: [], marks: [] }
  }

  /** Adds the marks of a tick; a tick that is not newer is known already. */
  add(tick: number, marks: ReadonlyMap<InstrumentId, Price>): void {
    for (const [instrument, mark] of marks) {
      const line = this.#lines.get(instrument)
      if (!line || tick <= (line.ticks.at(-1) ?? -1)) continue
      line.ticks.push(tick)
      line.marks.push(mark.toNumber())
    }
    if (tick % SAVE_EVERY === 0) this.save()
  }

  save(): void {
    try {
      sessionStorage.setItem(keyOf(this.#round), JSON.stringify(Object.fromEntries(this.#lines)))
    } catch {
      // A browser that keeps nothing draws from now on.
    }
  }
}

const openingLine = ({ openingPrice }: { readonly openingPrice: Price }): PriceLine => ({
  ticks: [0],
  marks: [openingPrice.toNumber()],
})

function lineOf(kept: unknown): PriceLine | null {
  if (typeof kept !== 'object' || kept === null || !('ticks' in kept) || !('marks' in kept)) return null
  const { ticks, marks } = kept
  if (!isNumbers(ticks) || !isNumbers(marks) || ticks.length !== marks.length) return null
  return { ticks, marks }
}

const isNumbers = (list: unknown): list is number[] =>
  Array.isArray(list) && list.every((item) => typeof item === 'number')

function readKept(key: string): { readonly [instrument: string]: unknown } | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null')
    return typeof kept === 'object' && kept !== null ? { ...kept } : null
  } catch {
    return null
  }
}
