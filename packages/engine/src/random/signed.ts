import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Seed } from './seed.ts'

/** HMAC-SHA256 of a text under a seed's 32 bytes, as 64 hexadecimal digits. */
export const signed = (seed: Seed, text: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(seed), utf8ToBytes(text)))
