import { assert, known } from '../../assert.ts'

/**
 * A feed's values on their way through a tick: each is taken in the order in which it was written, and the
 * value of the next tick is put in its place.
 */
export class ValueTape {
  readonly #values: number[]
  #taken = 0
  #put = 0

  /** The values given stay as they are. */
  constructor(values: readonly number[]) {
    this.#values = values.slice()
  }

  /** The next value. */
  take(): number {
    const value = known(this.#values[this.#taken], 'a feed state holds every value its model reads')
    this.#taken += 1
    return value
  }

  /** Puts the next tick's value in the place of the first that was taken and has none yet. */
  put(value: number): void {
    assert(this.#put < this.#taken, 'a value is taken before another is put in its place')
    this.#values[this.#put] = value
    this.#put += 1
  }

  /** Keeps the place that `put` would fill for a value that is known later, and gives what puts it there. */
  later(): (value: number) => void {
    const place = this.#put
    this.put(Number.NaN)
    return (value) => {
      this.#values[place] = value
    }
  }

  /** The next tick's values. Fails when a value was left over: they belong to another model. */
  close(): readonly number[] {
    assert(this.#taken === this.#values.length, 'a model reads every value of its feed state')
    assert(this.#put === this.#taken, 'a model writes as many values as it reads')
    return this.#values
  }
}
