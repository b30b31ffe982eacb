import type { RevealedWord, WordCommitment } from '@cascade/engine'
import { z } from 'zod'
import { seatName } from './name.ts'

const digits = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

/** A player's word: 256 bits of the player's own chance. */
export const wordSchema = digits

/** What a player gives of the word before anybody may see it. */
export const wordDigestSchema = digits

/** A word and whose it is. */
export const revealedWordSchema = z.strictObject({
  seat: seatName,
  word: wordSchema,
}) satisfies z.ZodType<RevealedWord>

/** A word that nobody has seen yet: whose it is, and its digest. */
export const wordCommitmentSchema = z.strictObject({
  seat: seatName,
  digest: wordDigestSchema,
}) satisfies z.ZodType<WordCommitment>
