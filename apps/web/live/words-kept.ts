import { digestOfCommitments, type Round, type RoundId, type SeatId, wordDigest } from '@cascade/engine'
import { type DownMessage, wordSchema } from '@cascade/protocol'
import { z } from 'zod'
import { commitmentSeen, keepCommitment } from './commitments-seen.ts'

const KEY = 'cascade.words'
/** So many words are remembered, the latest first. */
const KEPT = 60
const WORD_BYTES = 32

const wordKept = z.object({
  word: wordSchema,
  /** The round it is meant for; null until this browser knows. */
  roundId: z.string().nullable(),
  /** One digest over all that players had given when this browser revealed the word; null before. */
  given: z.string().nullable(),
})
const keptSchema = z.array(wordKept)

/** A word that this browser drew, and what it knows of the list that the word was revealed for. */
export type WordKept = z.output<typeof wordKept>

/** What a snapshot says of the own seat. */
interface Seated {
  readonly round: Pick<Round, 'config' | 'seats'>
  readonly seat: SeatId | null
}

/** A private window may keep nothing: then the page itself does, as long as it is open. */
let held: readonly WordKept[] = []

/** Draws a word for a seat that is about to be taken, keeps it, and gives its digest. */
export function drawWord(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(WORD_BYTES))
  const word = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  keep([{ word, roundId: null, given: null }, ...kept()])
  return wordDigest(word)
}

/** Remembers which round a word was drawn for, if the seat that was given has this browser's digest. */
export function noteSeat({ round, seat }: Seated): void {
  const digest = seat === null ? undefined : round.seats.get(seat)?.wordDigest
  keep(
    kept().map((each) => (wordDigest(each.word) === digest ? { ...each, roundId: round.config.id } : each)),
  )
}

/**
 * This browser's word for a round whose list is closed, or null when its digest is not in the list, or the
 * server's own part is not what this browser was shown before: such a server is told nothing. What the list
 * was is remembered first.
 */
export function revealWord({ roundId, commitment, words }: DownMessage<'reveal'>): string | null {
  const listed = new Set(words.map(({ digest }) => digest))
  const own = kept().find(({ word }) => listed.has(wordDigest(word)))
  if (!own || (commitmentSeen(roundId) ?? commitment) !== commitment) return null
  keepCommitment(roundId, commitment)
  const given = own.given ?? digestOfCommitments(words)
  keep(kept().map((each) => (each.word === own.word ? { ...each, roundId, given } : each)))
  return own.word
}

/** What this browser put into a round's market, or wanted to; null when it keeps nothing of the kind. */
export const ownWord = (roundId: RoundId): WordKept | null =>
  kept().find((each) => each.roundId === roundId) ?? null

function kept(): readonly WordKept[] {
  try {
    const written = localStorage.getItem(KEY)
    return written === null ? held : (keptSchema.safeParse(JSON.parse(written)).data ?? [])
  } catch {
    return held
  }
}

function keep(words: readonly WordKept[]): void {
  held = words.slice(0, KEPT)
  try {
    localStorage.setItem(KEY, JSON.stringify(held))
  } catch {
    // What the page holds is enough to reveal the word; the review then says that nothing was kept.
  }
}
