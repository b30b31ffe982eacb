import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

/** 256 bits as 64 lower-case hexadecimal digits, from which a round draws all its chance. */
export type Seed = string & { readonly kind: 'seed' }

const SEED = /^[0-9a-f]{64}$/

/** Reads a seed of 64 hexadecimal digits, or throws a RangeError. */
export const seed = (text: string): Seed => {
  if (!SEED.test(text)) throw new RangeError('a seed is 64 lower-case hexadecimal digits')
  return text as Seed
}

/** Makes a seed of any text by SHA-256. */
export const seedFromText = (text: string): Seed => bytesToHex(sha256(utf8ToBytes(text))) as Seed
