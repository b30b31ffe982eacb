import { type Answer, REJECTION_REASONS, type Receipts, type Rejection } from '@cascade/engine'
import { z } from 'zod'
import { moneySchema } from './decimal.ts'
import { count } from './shape.ts'

/** The rules' no: a reason, and the number that would have to change. */
export const rejectionSchema = z.strictObject({
  reason: z.enum(REJECTION_REASONS),
  shortfall: moneySchema.exactOptional(),
  limit: z.string().max(202).exactOptional(),
}) satisfies z.ZodType<Rejection>

/** What a player hears of a command. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), tick: count }),
  z.strictObject({ ok: z.literal(false), tick: count, rejection: rejectionSchema }),
]) satisfies z.ZodType<Answer>

/** What one tab's last commands were answered. */
export const receiptsSchema = z.strictObject({
  last: count,
  kept: z.array(z.strictObject({ n: count, digest: z.string().max(128), answer: answerSchema })),
}) satisfies z.ZodType<Receipts>
