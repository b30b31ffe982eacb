/**
 * Lets several users take turns on one database session. Work runs in the order it came, one piece at a time;
 * a user whose work leaves a transaction open keeps the session until its work closes it.
 *
 * @typedef {object} User
 * @typedef {{ user: User, work: () => Promise<'free' | 'kept'> }} Turn
 */
export class Lane {
  /** @type {Turn[]} */
  #waiting = []
  /** @type {User | null} */
  #keeper = null
  #running = false

  /**
   * Runs work in its turn. A failed query is an answer; work that throws is a broken session, and nothing
   * runs after it: the rejection stays unhandled on purpose, which ends the thread.
   *
   * @param {User} user
   * @param {() => Promise<'free' | 'kept'>} work
   */
  run(user, work) {
    this.#waiting.push({ user, work })
    void this.#advance()
  }

  /**
   * Forgets the waiting work of a user that went away, and ends what it left open.
   *
   * @param {User} user
   * @param {() => Promise<void>} rollBack
   */
  leave(user, rollBack) {
    this.#waiting = this.#waiting.filter((waiting) => waiting.user !== user)
    this.run(user, async () => {
      if (this.#keeper === user) await rollBack()
      return 'free'
    })
  }

  async #advance() {
    if (this.#running) return
    this.#running = true
    for (let turn = this.#take(); turn; turn = this.#take()) {
      this.#keeper = (await turn.work()) === 'kept' ? turn.user : null
    }
    this.#running = false
  }

  #take() {
    const index = this.#keeper ? this.#waiting.findIndex(({ user }) => user === this.#keeper) : 0
    return index === -1 ? undefined : this.#waiting.splice(index, 1)[0]
  }
}
