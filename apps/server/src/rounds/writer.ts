import type { Journal, Lease } from '@cascade/db'
import type { Command } from '@cascade/engine'
import { frameBytes, frameHash } from './frame-text.ts'

/** What the writer was asked to write and cannot tell whether it did. */
export interface InDoubt {
  readonly tick: number
  readonly hash: string
  readonly cause: unknown
}

/** What became of a frame. */
export type Written = 'written' | 'fenced' | InDoubt

/** What a frame is made of. */
export interface FrameContent {
  readonly commands: readonly Command[]
  readonly fingerprint: string
}

/** Writes the frames of one round behind one another, for as long as its lease is the newest. */
export class Writer {
  readonly #journal: Journal
  readonly #roundId: string
  readonly #epoch: number
  #tick: number
  #hash: string | null

  constructor(journal: Journal, roundId: string, lease: Lease) {
    this.#journal = journal
    this.#roundId = roundId
    this.#epoch = lease.epoch
    this.#tick = lease.headTick
    this.#hash = lease.headHash
  }

  /** Number of the last frame written; -1 before the first. */
  get tick(): number {
    return this.#tick
  }

  get holder() {
    return { roundId: this.#roundId, epoch: this.#epoch }
  }

  /** Writes the next frame. Whatever goes wrong on the way leaves it in doubt, never undone. */
  async append({ commands, fingerprint }: FrameContent): Promise<Written> {
    const tick = this.#tick + 1
    const body = frameBytes({ tick, commands, fingerprint })
    const previousHash = this.#hash
    const hash = frameHash(previousHash, body)
    const frame = { ...this.holder, tick, commandCount: commands.length, body, hash, previousHash }
    try {
      if ((await this.#journal.append(frame)) === 'fenced') return 'fenced'
    } catch (cause) {
      return { tick, hash, cause }
    }
    this.#tick = tick
    this.#hash = hash
    return 'written'
  }
}
