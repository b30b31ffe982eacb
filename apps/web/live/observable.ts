/** A value that changes, in the shape of React's external stores. */
export interface Observable<T> {
  readonly current: () => T
  readonly subscribe: (listener: () => void) => () => void
}

/** An observable that can be told its next value. Listeners hear of it only when it is another one. */
export class Cell<T> implements Observable<T> {
  #value: T
  readonly #listeners = new Set<() => void>()

  constructor(value: T) {
    this.#value = value
  }

  readonly current = (): T => this.#value

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const listener of [...this.#listeners]) listener()
  }
}
