import type { Answer, Command } from '@cascade/engine'
import { type Refusal, refusal } from '@cascade/protocol'

/** What becomes of something handed in: the rules' answer, or the gate's no. */
export type Reply = Answer | Refusal

/** A command on its way into a round, and who waits for its answer. */
export interface Pending {
  readonly command: Command
  /** Milliseconds since 1970. */
  readonly arrivedAt: number
  readonly reply: (reply: Reply) => void
}

/** How many commands may wait for one tick. */
const INBOX_MAX = 5_000
/** How many of one seat. */
const SEAT_INBOX_MAX = 8
/** A command that waited longer is not what its player wants any more. */
const STALE_MS = 30_000

/** The bounded queue before a round: commands in the order of their arrival. */
export class Inbox {
  #pending: Pending[] = []
  readonly #bySeat = new Map<string, number>()

  get size(): number {
    return this.#pending.length
  }

  /** Whether there is room for this command. */
  add(pending: Pending): boolean {
    const seat = seatOf(pending.command)
    const waiting = this.#bySeat.get(seat) ?? 0
    const seatMax = seat === '' ? INBOX_MAX : SEAT_INBOX_MAX
    if (this.#pending.length >= INBOX_MAX || waiting >= seatMax) return false
    this.#bySeat.set(seat, waiting + 1)
    this.#pending.push(pending)
    return true
  }

  /** Everything that waits, in its order; what waited too long is told so. */
  take(nowMs: number): readonly Pending[] {
    const taken = this.#pending
    this.#pending = []
    this.#bySeat.clear()
    const isStale = ({ arrivedAt }: Pending) => nowMs - arrivedAt > STALE_MS
    for (const pending of taken.filter(isStale)) pending.reply(refusal('stale'))
    return taken.filter((pending) => !isStale(pending))
  }

  /** Puts back what was taken but did not happen, before everything that came later. */
  putBack(pending: readonly Pending[]): void {
    this.#pending = [...pending, ...this.#pending]
  }

  /** Empties the queue with the same word for all. */
  refuseAll(no: Refusal): void {
    for (const pending of this.#pending) pending.reply(no)
    this.#pending = []
    this.#bySeat.clear()
  }
}

const seatOf = (command: Command): string => ('id' in command ? command.seat : '')
