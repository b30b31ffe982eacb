import type { Answer, CommandId } from '@cascade/engine'
import type { Intent } from '@cascade/protocol'
import type { Answered, No } from './answer.ts'

/** Carries one named wish to the server, as often as it takes, and gives its answer. */
export type Deliver = (id: CommandId, intent: Intent) => Promise<Answered<Answer>>

/** How many wishes may be under way at once; the server takes eight of a seat per tick. */
const WINDOW = 6
const OVERTAKEN_MS = 200

interface Wish {
  readonly intent: Intent
  readonly settle: (answer: Answered<Answer>) => void
}

/**
 * Numbers this tab's wishes 1, 2, 3 … and keeps them in order. A wish that the gate refuses never happened,
 * so its
 * number is given again; those sent after it meet a gap in the numbers and are refused with it.
 */
export class CommandQueue {
  readonly #client: string
  readonly #deliver: Deliver
  readonly #waiting: Wish[] = []
  readonly #underWay = new Set<number>()
  #next = 1
  #refused: { n: number; no: No } | null = null

  constructor(client: string, deliver: Deliver) {
    this.#client = client
    this.#deliver = deliver
  }

  send(intent: Intent): Promise<Answered<Answer>> {
    return new Promise((settle) => {
      this.#waiting.push({ intent, settle })
      this.#pump()
    })
  }

  #pump(): void {
    if (this.#refused && this.#underWay.size > 0) return
    if (this.#refused) {
      this.#next = this.#refused.n
      this.#refused = null
    }
    while (this.#underWay.size < WINDOW) {
      const wish = this.#waiting.shift()
      if (!wish) return
      void this.#carry(wish, this.#next)
      this.#next += 1
    }
  }

  async #carry({ intent, settle }: Wish, n: number): Promise<void> {
    this.#underWay.add(n)
    let answer = await this.#deliver({ client: this.#client, n }, intent)
    // A lost connection may turn the order around: then the earlier wish is still on its way.
    while (isGap(answer) && !this.#refused && this.#isAnyBefore(n)) {
      await new Promise((go) => setTimeout(go, OVERTAKEN_MS))
      answer = await this.#deliver({ client: this.#client, n }, intent)
    }
    this.#underWay.delete(n)
    settle(this.#judge(answer, n))
    this.#pump()
  }

  #isAnyBefore(n: number): boolean {
    return [...this.#underWay].some((other) => other < n)
  }

  #judge(answer: Answered<Answer>, n: number): Answered<Answer> {
    if (!answer.ok) {
      if (!this.#refused || n < this.#refused.n) this.#refused = { n, no: answer.no }
      return answer
    }
    if (!isGap(answer)) return answer
    return { ok: false, no: this.#refused?.no ?? { refusal: 'busy' } }
  }
}

const isGap = (answer: Answered<Answer>): boolean =>
  answer.ok && !answer.value.ok && answer.value.rejection.reason === 'command_gap'
