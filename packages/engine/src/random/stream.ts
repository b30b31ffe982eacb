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
const BATCH = 128

/**
 * Chance for one purpose: an endless table of 32-bit words, addressed by tick and place, so that what one
 * tick draws never moves what another draws. Word w of a tick is word `w mod 16` of ChaCha20's block with
 * counter = tick and nonce = `⌊w / 16⌋`, under the key `HMAC-SHA256(seed, purpose)`.
 */
export interface Stream {
  /** The unsigned 32-bit word at a place of a tick, 0 ≤ tick < 2³² − 128. */
  readonly word: (tick: number, place: number) => number
  /** The dice of one tick, always from its first word. */
  readonly at: (tick: number) => Dice
}

/** Opens the stream of a seed for one purpose, such as `market` or `instrument BTC`. */
export const openStream = (seed: Seed, purpose: string): Stream =>
  streamOfKey(hmac(sha256, hexToBytes(seed), utf8ToBytes(purpose)))

/** Opens the stream of a key of 32 bytes. */
export function streamOfKey(key: Uint8Array): Stream {
  const lanes: Lane[] = []
  const word = (tick: number, place: number): number => {
    const block = Math.floor(place / BLOCK_WORDS)
    let lane = lanes[block]
    if (lane === undefined) {
      lane = new Lane(key, block)
      lanes[block] = lane
    }
    return lane.word(tick, place % BLOCK_WORDS)
  }
  return { word, at: (tick) => new Dice((place) => word(tick, place)) }
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
