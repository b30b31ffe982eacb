import { chacha20 } from '@noble/ciphers/chacha.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { Dice } from './dice.ts'
import type { Seed } from './seed.ts'

/** 32-bit words in one block of ChaCha. */
const BLOCK_WORDS = 16
const BLOCK_BYTES = 64
/** How many ticks are computed at once: a cache, which no number drawn depends on. */
const BATCH = 32

/**
 * Chance for one purpose: an endless table of 32-bit words, addressed by tick and place, so that what one tick draws never
 * moves what another draws. Word w of a tick is word `w mod 16` of ChaCha20's block with counter = tick and nonce =
 * `⌊w / 16⌋`, under the key `HMAC-SHA256(seed, purpose)`.
 */
export interface Stream {
  /** The dice of one tick, 0 … 2³² − 2, always from its first word. */
  readonly at: (tick: number) => Dice
}

/** Opens the stream of a seed for one purpose, such as `factor` or `instrument BTC`. */
export function openStream(seed: Seed, purpose: string): Stream {
  const key = hmac(sha256, hexToBytes(seed), utf8ToBytes(purpose))
  const lanes: Lane[] = []
  const laneOf = (block: number): Lane => {
    const lane = lanes[block] ?? new Lane(key, block)
    lanes[block] = lane
    return lane
  }
  return {
    at: (tick) =>
      new Dice((place) => laneOf(Math.floor(place / BLOCK_WORDS)).word(tick, place % BLOCK_WORDS)),
  }
}

/** One block per tick, of which the last batch computed is kept. */
class Lane {
  readonly #key: Uint8Array
  readonly #nonce = new Uint8Array(12)
  readonly #bytes = new Uint8Array(BATCH * BLOCK_BYTES)
  readonly #words = new DataView(this.#bytes.buffer)
  #first = -1

  constructor(key: Uint8Array, block: number) {
    this.#key = key
    new DataView(this.#nonce.buffer).setUint32(0, block, true)
  }

  word(tick: number, place: number): number {
    const first = tick - (tick % BATCH)
    if (first !== this.#first) this.#fill(first)
    return this.#words.getUint32((tick - first) * BLOCK_BYTES + place * 4, true)
  }

  #fill(first: number): void {
    this.#bytes.fill(0)
    chacha20(this.#key, this.#nonce, this.#bytes, this.#bytes, first)
    this.#first = first
  }
}
