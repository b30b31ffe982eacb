import type { Cancel, Clock } from '../clock.ts'

/**
 * Calls on a round at even times. A late tick does not shift the ones after it; after a stall the missed
 * ticks are not made up for: simulated time slips instead, so that nobody is liquidated in a burst.
 */
export class TickLoop {
  readonly #clock: Clock
  readonly #periodMs: number
  readonly #tick: () => Promise<void>
  #cancel: Cancel | null = null
  #dueAt: number | null = null

  constructor(clock: Clock, periodMs: number, tick: () => Promise<void>) {
    this.#clock = clock
    this.#periodMs = periodMs
    this.#tick = tick
  }

  /** Milliseconds until the next tick, 0 while the loop stands still. */
  get nextInMs(): number {
    return this.#dueAt === null ? 0 : Math.max(0, this.#dueAt - this.#clock.now())
  }

  start(): void {
    if (this.#dueAt !== null) return
    this.#plan(this.#clock.now() + this.#periodMs)
  }

  stop(): void {
    this.#cancel?.()
    this.#cancel = null
    this.#dueAt = null
  }

  #plan(dueAt: number): void {
    const now = this.#clock.now()
    this.#dueAt = dueAt < now - this.#periodMs ? now : dueAt
    this.#cancel = this.#clock.after(Math.max(0, this.#dueAt - now), () => this.#run())
  }

  async #run(): Promise<void> {
    await this.#tick()
    if (this.#dueAt !== null) this.#plan(this.#dueAt + this.#periodMs)
  }
}
