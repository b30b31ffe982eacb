import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { canonical, digestOf } from './canonical.ts'
import type { Command } from './command.ts'
import type { Script } from './market/script.ts'
import type { Seed } from './random/seed.ts'
import type { RoundConfig } from './round/config.ts'

/** What a commitment binds: a round as it was decided, its chance, and its marks where they were written. */
interface Committed {
  readonly config: RoundConfig
  readonly seed: Seed
  readonly script?: Script
}

/** The SHA-256 of a configuration's canonical text, as 64 hexadecimal digits. */
export const configDigest = (config: RoundConfig): string => digestOf(canonical(config))

/**
 * What is published before anybody joins a round: 64 hexadecimal digits, which are
 * `HMAC-SHA256(seed, "commit|" roundId "|" configDigest)`. It tells nothing of the seed, and no
 * other seed or configuration can be shown for it.
 */
export const commitmentOf = ({ config, seed }: Committed): string =>
  keyed(seed, `commit|${config.id}|${configDigest(config)}`)

/**
 * What a configuration holds of the marks that its round is bound to: `HMAC-SHA256(seed, "script|" script)`
 * with the script's canonical text, as 64 hexadecimal digits. Keyed, because whoever guesses what prices
 * somebody brought could otherwise try them against it while the round is live.
 */
export const scriptDigest = ({ script, seed }: { readonly script: Script; readonly seed: Seed }): string =>
  keyed(seed, `script|${canonical(script)}`)

/** Whether a round was opened with the marks that it is bound to, or with none where it is bound to none. */
export function hasItsScript({ config, seed, script }: Committed): boolean {
  const bound = config.market.scriptDigest
  return script ? bound === scriptDigest({ script, seed }) : bound === undefined
}

/** Whether a command brings other marks into a tick than the script has for it. */
export function isOffScript({ script }: Pick<Committed, 'script'>, tick: number, command: Command): boolean {
  if (!script || command.type !== 'clock.advance') return false
  return canonical(command.marks ?? []) !== canonical(script[tick - 1] ?? null)
}

const keyed = (seed: Seed, message: string): string =>
  bytesToHex(hmac(sha256, hexToBytes(seed), utf8ToBytes(message)))
