import type { Seat, Standing } from '@cascade/engine'
import { z } from 'zod'
import { moneySchema } from './decimal.ts'
import { characterName, seatName } from './name.ts'
import { count, oneOf } from './shape.ts'
import { wordDigestSchema, wordSchema } from './word.ts'

/** A player's place in a round. */
export const seatSchema = z.strictObject({
  id: seatName,
  kind: oneOf<Seat['kind']>({ human: 'human', automatic: 'automatic' }),
  character: characterName.nullable(),
  joinedAtTick: count,
  wordDigest: wordDigestSchema.exactOptional(),
  word: wordSchema.exactOptional(),
}) satisfies z.ZodType<Seat>

/** One row of the board. */
export const standingSchema = z.strictObject({
  seat: seatName,
  rank: z.int().min(1),
  equity: moneySchema,
  wipedAtTick: count.nullable(),
  liquidations: count,
}) satisfies z.ZodType<Standing>
