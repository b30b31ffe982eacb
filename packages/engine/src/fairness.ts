import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical, digestOf } from './canonical.ts'
import type { Seed } from './random/seed.ts'
import type { RoundConfig } from './round/config.ts'

/** What a commitment binds: a round as it was decided, and the chance it draws from. */
interface Committed {
  readonly config: RoundConfig
  readonly seed: Seed
}

/** The SHA-256 of a configuration's canonical text, as 64 hexadecimal digits. */
export const configDigest = (config: RoundConfig): string => digestOf(canonical(config))

/**
 * What is published before anybody joins a round: 64 hexadecimal digits, which are
 * `HMAC-SHA256(seed, "commit|" roundId "|" configDigest)`. It tells nothing of the seed, and no
 * other seed or configuration can be shown for it.
 */
export function commitmentOf({ config, seed }: Committed): string {
  const message = `commit|${config.id}|${configDigest(config)}`
  return bytesToHex(hmac(sha256, hexToBytes(seed), utf8ToBytes(message)))
}
