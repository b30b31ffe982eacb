import { canonical, digestOf } from './canonical.ts'
import type { Command } from './command.ts'
import type { Script } from './market/script.ts'
import type { SeatId } from './number/ids.ts'
import type { Seed } from './random/seed.ts'
import { signed } from './random/signed.ts'
import type { RoundConfig } from './round/config.ts'
import type { Seat } from './round/seat.ts'

/** What a commitment binds: a round as it was decided, its chance, and its marks where they were written. */
interface Committed {
  readonly config: RoundConfig
  readonly seed: Seed
  readonly script?: Script
}

/** A word that nobody has seen yet: whose it is, and its digest. */
export interface WordCommitment {
  readonly seat: SeatId
  readonly digest: string
}

/** The SHA-256 of a configuration's canonical text, as 64 hexadecimal digits. */
export const configDigest = (config: RoundConfig): string => digestOf(canonical(config))

/**
 * What is published before anybody joins a round: 64 hexadecimal digits, which are
 * `HMAC-SHA256(seed, "commit|" roundId "|" configDigest)`. It tells nothing of the seed, and no
 * other seed or configuration can be shown for it.
 */
export const commitmentOf = ({ config, seed }: Committed): string =>
  signed(seed, `commit|${config.id}|${configDigest(config)}`)

/** What a player gives with the join and cannot take back: the SHA-256 of the word's 64 digits, as text. */
export const wordDigest = (word: string): string => digestOf(word)

/** What the players of a round gave before their words were known, in the order in which they sat down. */
export const wordsCommitted = (seats: Iterable<Seat>): readonly WordCommitment[] =>
  [...seats].flatMap(({ id, wordDigest: digest }) => (digest === undefined ? [] : [{ seat: id, digest }]))

/** One digest over all that was given, in whatever order it is listed: a change of any is noticed. */
export const digestOfCommitments = (given: readonly WordCommitment[]): string =>
  digestOf(
    given
      .map(({ seat, digest }) => `${seat} ${digest}`)
      .toSorted()
      .join('|'),
  )

/** Whose words are in the key of a market. */
export interface WordCount {
  /** How many players gave a digest while the round waited. */
  readonly committed: number
  /** How many of them revealed the word in time: these are in the key. */
  readonly revealed: number
}

/** Counts the players' words of a round, in its lobby, while it runs, or after it. */
export const countWords = (seats: Iterable<Seat>): WordCount => {
  const given = [...seats].filter((seat) => seat.wordDigest !== undefined)
  return { committed: given.length, revealed: given.filter(({ word }) => word !== undefined).length }
}

/**
 * What a configuration holds of the marks that its round is bound to: `HMAC-SHA256(seed, "script|" script)`
 * with the script's canonical text, as 64 hexadecimal digits. Keyed, because whoever guesses what prices
 * somebody brought could otherwise try them against it while the round is live.
 */
export const scriptDigest = ({ script, seed }: { readonly script: Script; readonly seed: Seed }): string =>
  signed(seed, `script|${canonical(script)}`)

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
