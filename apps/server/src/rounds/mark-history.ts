import type { MarketMoved, Price, RoundConfig } from '@cascade/engine'
import type { PastMarks } from '@cascade/protocol'

/** A round of an hour at two ticks a second is kept whole. */
const MARKS_MAX = 7_200

/** Every mark of one round from its opening on, per instrument in whole price increments. */
export class MarkHistory {
  readonly #increments: readonly Price[]
  readonly #max: number
  #lines: number[][]
  #every = 1

  constructor({ instruments }: RoundConfig, max: number = MARKS_MAX) {
    this.#increments = instruments.map(({ priceIncrement }) => priceIncrement)
    this.#lines = instruments.map(({ openingPrice, priceIncrement }) => [steps(openingPrice, priceIncrement)])
    this.#max = max
  }

  /** Adds the marks of the next tick. */
  add({ tick, marks }: Pick<MarketMoved, 'tick' | 'marks'>): void {
    if (tick % this.#every !== 0) return
    for (const [index, increment] of this.#increments.entries()) {
      const mark = marks[index]
      if (mark) this.#lines[index]?.push(steps(mark, increment))
    }
    if (this.#lines.some(({ length }) => length > this.#max)) this.#thin()
  }

  /** The marks of this tick and all after it. */
  from(tick: number): PastMarks {
    const first = Math.ceil(tick / this.#every)
    const lines = this.#lines.map((line) => line.slice(first))
    return { fromTick: first * this.#every, every: this.#every, steps: lines.map(differences) }
  }

  /** Every other mark goes, the opening stays: no chart has room for so many anyway. */
  #thin(): void {
    this.#every *= 2
    this.#lines = this.#lines.map((line) => line.filter((_, index) => index % 2 === 0))
  }
}

const steps = (price: Price, increment: Price): number => price.div(increment).toNumber()

const differences = (line: readonly number[]): number[] =>
  line.map((mark, index) => mark - (line[index - 1] ?? 0))
