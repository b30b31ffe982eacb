import { canonical, digestOf } from './canonical.ts'
import type { SeatId } from './number/ids.ts'
import type { Seed } from './random/seed.ts'
import { signed } from './random/signed.ts'
import type { RoundConfig } from './round/config.ts'
import type { Seat } from './round/seat.ts'

/** What a commitment binds: a round as it was decided, and the chance it draws from. */
interface Committed {
  readonly config: RoundConfig
  readonly seed: Seed
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
export function commitmentOf({ config, seed }: Committed): string {
  return signed(seed, `commit|${config.id}|${configDigest(config)}`)
}

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
