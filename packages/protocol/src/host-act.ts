import type { GiveBack, News, Shock, ShockPlan, ShockRequest } from '@cascade/engine'
import { z } from 'zod'
import { askedSignedRate, rateSchema } from './decimal.ts'
import { instrumentName } from './name.ts'
import { count, oneOf } from './shape.ts'

/** Normalising can change a text's length, so what comes in is bounded first. */
const RAW_LENGTH_MAX = 400

const givenBack = oneOf<GiveBack>({ none: 'none', half: 'half', most: 'most' })

/** A shock as a host sends it. What is too much of one is a rule, so the engine answers it. */
export const askedShock = z.strictObject({
  instrument: instrumentName.nullable(),
  move: askedSignedRate,
  minutes: z.int(),
  givenBack,
}) satisfies z.ZodType<ShockRequest>

/** A headline as a host sends it, in one form only (NFC, no outer spaces). What may be in it is a rule. */
export const askedHeadline = z
  .string('must be a text')
  .max(RAW_LENGTH_MAX)
  .transform((text) => text.normalize('NFC').trim())

const shockPlan = {
  move: rateSchema,
  minutes: z.int(),
  givenBack,
}

/** A shock request as the journal holds it. */
export const shockRequestSchema = z.strictObject({
  instrument: instrumentName.nullable(),
  ...shockPlan,
}) satisfies z.ZodType<ShockRequest>

/** A headline as the journal holds it. */
export const headlineSchema = z.string().max(RAW_LENGTH_MAX)

/** A shock that the market was given, without its plan for who may not know it. */
export const shockSchema = z.strictObject({
  tick: count,
  instrument: instrumentName.nullable(),
  plan: (z.strictObject(shockPlan) satisfies z.ZodType<ShockPlan>).nullable(),
}) satisfies z.ZodType<Shock>

/** A headline that everybody was shown. */
export const newsSchema = z.strictObject({ tick: count, headline: headlineSchema }) satisfies z.ZodType<News>
