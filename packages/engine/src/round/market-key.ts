import { seed as readSeed, type Seed, seedFromText } from '../random/seed.ts'
import { signed } from '../random/signed.ts'
import type { RoundConfig } from './config.ts'

/**
 * What the market of a round draws from once players' words are known: `HMAC-SHA256(seed, "key|" roundId "|"
 * wordsDigest)`, where `wordsDigest` is the SHA-256 of the sorted words with `|` between them. Every word
 * changes it, and the order in which they came does not.
 */
export function marketKey(
  { config, seed }: { readonly config: RoundConfig; readonly seed: Seed },
  words: readonly { readonly word: string }[],
): Seed {
  const sorted = words.map(({ word }) => word).toSorted()
  const wordsDigest = seedFromText(sorted.join('|'))
  return readSeed(signed(seed, `key|${config.id}|${wordsDigest}`))
}
