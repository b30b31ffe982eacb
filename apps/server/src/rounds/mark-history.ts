import type { MarketMoved, Price, RoundConfig } from '@cascade/engine'
import type { PastMarks } from '@cascade/protocol'

/** A round of an hour at two ticks a second is kept whole. */
const MARKS_MAX = 7_200
/** The largest volume is told as so many units: two digits, and no chart tells more apart. */
const UNITS = 99

/** What is kept of one instrument: both lists grow together. */
interface Line {
  readonly increment: Price
  /** Marks in whole price increments. */
  marks: number[]
  /** What was traded since the mark before, in units of the instrument. */
  volumes: number[]
  /** What was traded since the last mark that was kept. */
  traded: number
}

/** Every mark of one round from its opening on, and what was traded between them. */
export class MarkHistory {
  readonly #lines: readonly Line[]
  readonly #max: number
  #every = 1

  constructor({ instruments }: RoundConfig, max: number = MARKS_MAX) {
    this.#lines = instruments.map(({ openingPrice, priceIncrement }) => ({
      increment: priceIncrement,
      marks: [steps(openingPrice, priceIncrement)],
      volumes: [0],
      traded: 0,
    }))
    this.#max = max
  }

  /** Adds the marks and volumes of the next tick. */
  add({ tick, marks, volumes }: Pick<MarketMoved, 'tick' | 'marks' | 'volumes'>): void {
    for (const [index, line] of this.#lines.entries()) {
      line.traded += volumes[index] ?? 0
      const mark = marks[index]
      if (!mark || tick % this.#every !== 0) continue
      line.marks.push(steps(mark, line.increment))
      line.volumes.push(line.traded)
      line.traded = 0
    }
    if (this.#lines.some((line) => line.marks.length > this.#max)) this.#thin()
  }

  /** The marks of this tick and all after it. */
  from(tick: number): PastMarks {
    const first = Math.ceil(tick / this.#every)
    return {
      fromTick: first * this.#every,
      every: this.#every,
      steps: this.#lines.map(({ marks }) => differences(marks.slice(first))),
      volumes: this.#lines.map(({ volumes }) => counted(volumes.slice(first))),
    }
  }

  /**
   * Every other mark goes, the opening stays: no chart has room for so many anyway. What was traded before a
   * mark that goes counts with the next one.
   */
  #thin(): void {
    this.#every *= 2
    for (const line of this.#lines) {
      const { marks, volumes } = line
      line.marks = marks.filter((_, index) => index % 2 === 0)
      line.volumes = line.marks.map((_, index) => (volumes[2 * index - 1] ?? 0) + (volumes[2 * index] ?? 0))
      if (marks.length % 2 === 0) line.traded += volumes.at(-1) ?? 0
    }
  }
}

const steps = (price: Price, increment: Price): number => price.div(increment).toNumber()

function counted(volumes: readonly number[]): PastMarks['volumes'][number] {
  const unit = Math.max(0, ...volumes) / UNITS || 1
  return { unit, counts: volumes.map((volume) => Math.round(volume / unit)) }
}

const differences = (line: readonly number[]): number[] =>
  line.map((mark, index) => mark - (line[index - 1] ?? 0))
