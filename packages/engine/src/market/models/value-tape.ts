import { assert, known } from '../../assert.ts'

/** Reads a feed's values in the order they were written. */
export class ValueReader {
  readonly #values: readonly number[]
  #at = 0

  constructor(values: readonly number[]) {
    this.#values = values
  }

  /** The next value. */
  take(): number {
    const value = known(this.#values[this.#at], 'a feed state holds every value its model reads')
    this.#at += 1
    return value
  }

  /** Fails when values were left unread: they belong to another model. */
  close(): void {
    assert(this.#at === this.#values.length, 'a model reads every value of its feed state')
  }
}
