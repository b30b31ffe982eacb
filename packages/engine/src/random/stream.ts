import { chacha20 } from '@noble/ciphers/chacha.js'
import { swap32IfBE } from '@noble/ciphers/utils.js'
import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { known } from '../assert.ts'
import { BLOCK_WORDS, Dice } from './dice.ts'
import type { Seed } from './seed.ts'

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
  const block = (tick: number, index: number): Uint32Array => {
    const lane = lanes[index] ?? new Lane(key, index)
    lanes[index] = lane
    return lane.at(tick)
  }
  const table = { block, startOf }
  return {
    word: (tick, place) => {
      const words = block(tick, Math.floor(place / BLOCK_WORDS))
      return known(words[startOf(tick) + (place % BLOCK_WORDS)], 'a block has every word of its ticks')
    },
    at: (tick) => new Dice(table, tick),
  }
}

const startOf = (tick: number): number => (tick % BATCH) * BLOCK_WORDS

/** One block per tick, of which the last batch computed is kept. */
class Lane {
  readonly #key: Uint8Array
  readonly #nonce = new Uint8Array(12)
  #words = new Uint32Array(0)
  #first = -1

  constructor(key: Uint8Array, block: number) {
    this.#key = key
    new DataView(this.#nonce.buffer).setUint32(0, block, true)
  }

  at(tick: number): Uint32Array {
    const first = tick - (tick % BATCH)
    if (first !== this.#first) this.#fill(first)
    return this.#words
  }

  /** Dice of the batch before may still be in use: its words stay as they are. */
  #fill(first: number): void {
    const bytes = new Uint8Array(BATCH * BLOCK_WORDS * 4)
    chacha20(this.#key, this.#nonce, bytes, bytes, first)
    // The lowest byte of a word comes first in the standard, whatever this machine is used to.
    this.#words = swap32IfBE(new Uint32Array(bytes.buffer))
    this.#first = first
  }
}
