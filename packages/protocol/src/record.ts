import type { Frame, Opening } from '@cascade/engine'
import { z } from 'zod'
import { commandSchema } from './command.ts'
import { roundConfigSchema } from './config.ts'
import { moneySchema, priceSchema } from './decimal.ts'
import { seatName } from './name.ts'
import { commitmentSchema, fingerprintSchema, seedSchema } from './round.ts'
import { count } from './shape.ts'

/** Where a round begins: what was decided, the chance it draws from, and the marks if it is bound to any. */
export const openingSchema = z.strictObject({
  config: roundConfigSchema,
  seed: seedSchema,
  script: z.array(z.array(priceSchema)).exactOptional(),
}) satisfies z.ZodType<Opening>

/** One tick of the journal: the commands in their order, and the fingerprint they led to. */
export const journalFrameSchema = z.strictObject({
  tick: count,
  commands: z.array(commandSchema),
  fingerprint: fingerprintSchema,
}) satisfies z.ZodType<Frame>

/**
 * A frame of a replay file: its hash covers also what left no trace in the round, such as the body of a
 * rejected order.
 */
export const replayFrameSchema = z.strictObject({
  ...journalFrameSchema.shape,
  /** First half of the digest of the previous frame's hash and this frame. */
  hash: z
    .string()
    .max(32)
    .regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits'),
})

/** One seat's end in a replay file. */
export const rankSchema = z.strictObject({
  seat: seatName,
  character: z.string().max(32).nullable(),
  rank: z.int().min(1),
  equity: moneySchema,
  liquidations: count,
  wipedAtTick: count.nullable(),
})

/** What a round came to. Everything in it follows from opening and frames. */
export const summarySchema = z.strictObject({
  fingerprint: fingerprintSchema,
  ticks: count,
  seats: count,
  commands: count,
  rejections: count,
  events: count,
  fills: count,
  liquidations: count,
  wiped: count,
  ranks: z.array(rankSchema),
})

/** One seat's end in a replay file. */
export type Rank = z.output<typeof rankSchema>
/** What a round came to. */
export type Summary = z.output<typeof summarySchema>

/** The name and version of the replay file's form. */
export const REPLAY_FORMAT = { format: 'cascade-replay', version: 3 } as const

/** A whole round in one file: `docs/replay-file.md`. */
export const replayFileSchema = z.strictObject({
  format: z.literal(REPLAY_FORMAT.format),
  version: z.literal(REPLAY_FORMAT.version),
  /** The version of the engine's rules that played it. */
  rules: z.string().min(1).max(64),
  commitment: commitmentSchema,
  opening: openingSchema,
  frames: z.array(replayFrameSchema),
  summary: summarySchema,
})

/** A whole round in one file. */
export type ReplayFile = z.output<typeof replayFileSchema>
