import { z } from 'zod'

/** Why the gate says no, before the rules are asked. */
export const REFUSAL_REASONS = [
  'not_signed_in',
  'protocol_old',
  'bad_message',
  'rate_limited',
  'busy',
  'round_unknown',
  'code_unknown',
  'not_host',
  'not_seated',
  'round_locked',
  'round_full',
  'round_not_in_lobby',
  'name_taken',
  'character_unknown',
  'options_not_allowed',
  'prices_not_allowed',
  'prices_too_large',
  'halted',
  'stale',
  'fault',
] as const

/** The name of what the gate refuses. */
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** The gate's no. Nothing was written down and nothing will happen; the same message may be sent again. */
export interface Refusal {
  readonly refusal: RefusalReason
  /** When trying again may help, milliseconds from now. */
  readonly retryAfterMs?: number
  /** What is wrong with the message, in words. */
  readonly problems?: readonly string[]
}

/** The gate's no, as it comes down. */
export const refusalSchema = z.strictObject({
  refusal: z.enum(REFUSAL_REASONS),
  retryAfterMs: z.int().min(0).exactOptional(),
  problems: z.array(z.string().max(200)).max(8).exactOptional(),
}) satisfies z.ZodType<Refusal>

/** Builds a refusal. */
export const refusal = (reason: RefusalReason, details: Omit<Refusal, 'refusal'> = {}): Refusal => ({
  refusal: reason,
  ...details,
})

/** Whether an acknowledgement is the gate's no. */
export const isRefusal = (answer: object): answer is Refusal => 'refusal' in answer
