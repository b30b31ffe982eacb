import { normalQuantile } from './normal-quantile.ts'

const TWO_TO_26 = 67_108_864
const TWO_TO_MINUS_53 = 1 / 9_007_199_254_740_992

/** A run of words from which numbers are drawn in order. Every draw takes two words, whatever comes out. */
export class Dice {
  readonly #word: (place: number) => number
  #place = 0

  /** `word` gives the unsigned 32-bit word at a place, 0 first. */
  constructor(word: (place: number) => number) {
    this.#word = word
  }

  /** A number strictly between 0 and 1 with 53 random bits. */
  uniform(): number {
    const high = this.#word(this.#place) >>> 5
    const low = this.#word(this.#place + 1) >>> 6
    this.#place += 2
    const drawn = high * TWO_TO_26 + low
    // Zero would have no logarithm; it stands for the lower half of its step.
    return (drawn === 0 ? 0.5 : drawn) * TWO_TO_MINUS_53
  }

  /** A standard normal number. */
  normal(): number {
    return normalQuantile(this.uniform())
  }

  /** A whole number 0 … count − 1, for a count up to 2³²; its bias is under count / 2⁵³. */
  below(count: number): number {
    return Math.floor(this.uniform() * count)
  }
}
