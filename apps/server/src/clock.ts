/** Takes a planned run back. */
export type Cancel = () => void

/** Time as the server sees it: tests hand in one that they move themselves. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number
  /** Runs something once, so many milliseconds from now. */
  after(ms: number, run: () => void): Cancel
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    // The listening server keeps the process alive; what is merely planned does not.
    const timer = setTimeout(run, ms).unref()
    return () => clearTimeout(timer)
  },
}

/** Resolves after so many milliseconds of the given clock. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(ms, resolve)
  })

interface Planned {
  readonly at: number
  readonly run: () => void
}

/** A clock that stands still until it is moved. */
export class ManualClock implements Clock {
  #now: number
  #planned: Planned[] = []

  constructor(startMs = 0) {
    this.#now = startMs
  }

  now(): number {
    return this.#now
  }

  after(ms: number, run: () => void): Cancel {
    const planned = { at: this.#now + ms, run }
    this.#planned.push(planned)
    return () => {
      this.#planned = this.#planned.filter((other) => other !== planned)
    }
  }

  /** Moves on, running what falls due in its order, and lets what each run started settle before the next. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms
    await settle()
    for (let due = this.#next(until); due; due = this.#next(until)) {
      this.#planned = this.#planned.filter((other) => other !== due)
      this.#now = Math.max(this.#now, due.at)
      due.run()
      await settle()
    }
    this.#now = until
  }

  #next(until: number): Planned | undefined {
    const due = this.#planned.filter((planned) => planned.at <= until)
    return due.reduce<Planned | undefined>(
      (first, planned) => (first && first.at <= planned.at ? first : planned),
      undefined,
    )
  }
}

/** Promises resolve in microtasks; long work breathes in macrotasks, a few of which are let pass. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) await new Promise((resolve) => setImmediate(resolve))
}
