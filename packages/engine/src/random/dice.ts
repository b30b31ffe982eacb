import { normalQuantile } from './normal-quantile.ts'

/** 32-bit words in one block. */
export const BLOCK_WORDS = 16
const TWO_TO_26 = 67_108_864
const TWO_TO_MINUS_53 = 1 / 9_007_199_254_740_992

/** Where dice find their words: sixteen to a block, block after block of a tick. */
export interface WordTable {
  /** An array that holds a block of a tick, 0 the first, from `startOf(tick)` on. What it holds stays. */
  readonly block: (tick: number, index: number) => Uint32Array
  readonly startOf: (tick: number) => number
}

/** A run of words from which numbers are drawn in order. Every draw takes two words, whatever comes out. */
export class Dice {
  readonly #table: WordTable
  readonly #tick: number
  #words: Uint32Array
  #at: number
  #end: number
  #index = 0

  /** The dice of one tick, from its first word on. */
  constructor(table: WordTable, tick: number) {
    this.#table = table
    this.#tick = tick
    this.#words = table.block(tick, 0)
    this.#at = table.startOf(tick)
    this.#end = this.#at + BLOCK_WORDS
  }

  /** A number strictly between 0 and 1 with 53 random bits. */
  uniform(): number {
    if (this.#at === this.#end) this.#turn()
    const high = (this.#words[this.#at] ?? 0) >>> 5
    const low = (this.#words[this.#at + 1] ?? 0) >>> 6
    this.#at += 2
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

  #turn(): void {
    this.#index += 1
    this.#words = this.#table.block(this.#tick, this.#index)
    this.#at -= BLOCK_WORDS
  }
}
