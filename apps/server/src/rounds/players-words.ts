import { type RevealedWord, type SeatId, type WordCommitment, wordDigest } from '@cascade/engine'

/**
 * The players' words of one round, on their way into the market's key. Digests come with the joins. The
 * host's start closes the list, and only from then on is a word heard: nobody can give a digest that knows of
 * one.
 */
export class PlayersWords {
  readonly #joining = new Set<Promise<unknown>>()
  readonly #words = new Map<SeatId, RevealedWord>()
  #isClosed = false
  #isTaken = false
  #listed: ReadonlyMap<SeatId, string> = new Map()

  /** Hands a join in, with its digest as long as the list is open. */
  async join<T>(digest: string | undefined, submit: (digest: string | undefined) => Promise<T>): Promise<T> {
    const joining = submit(this.#isClosed ? undefined : digest)
    this.#joining.add(joining)
    try {
      return await joining
    } finally {
      this.#joining.delete(joining)
    }
  }

  /**
   * Takes no further digest, for good, and gives the list of all that there are. `read` looks at the round
   * when every join that is under way has been carried out.
   */
  async close(read: () => Promise<readonly WordCommitment[]>): Promise<readonly WordCommitment[]> {
    this.#isClosed = true
    await Promise.allSettled([...this.#joining])
    const listed = await read()
    this.#listed = new Map(listed.map(({ seat, digest }) => [seat, digest]))
    this.#isTaken = false
    return listed
  }

  /** Hears a word, and says whether it counts: it is the one that was promised, and in time. */
  reveal(revealed: RevealedWord): boolean {
    const isPromised = this.#listed.get(revealed.seat) === wordDigest(revealed.word)
    if (!isPromised || this.#isTaken) return false
    this.#words.set(revealed.seat, revealed)
    return true
  }

  has(seat: SeatId): boolean {
    return this.#words.has(seat)
  }

  /** What was revealed so far, for the start: what comes later does not count. */
  take(): readonly RevealedWord[] {
    this.#isTaken = true
    return [...this.#words.values()]
  }
}
