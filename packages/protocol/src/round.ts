import type { Books, Phase, Round, Secret } from '@cascade/engine'
import { seed } from '@cascade/engine'
import { z } from 'zod'
import { accountSchema } from './account.ts'
import { receiptsSchema } from './answer.ts'
import { seatSchema, standingSchema } from './board.ts'
import { roundConfigSchema } from './config.ts'
import { moneySchema, priceSchema } from './decimal.ts'
import { feedStateSchema } from './feed.ts'
import { newsSchema, shockSchema } from './host-act.ts'
import { impactBookSchema, instrumentGaugeSchema, instrumentImpactSchema } from './impact.ts'
import { instrumentName, seatName } from './name.ts'
import { count, mapOf, oneOf } from './shape.ts'

/** 256 bits of chance as 64 hexadecimal digits. */
export const seedSchema = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
  .transform(seed)

/** The hash over every event so far. */
export const fingerprintSchema = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

/** What was published before anybody joined, which the seed shown after the bell must match. */
export const commitmentSchema = z
  .string()
  .max(64)
  .regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')

/** Where a round stands in its life. */
export const phaseSchema = oneOf<Phase>({ lobby: 'lobby', running: 'running', ended: 'ended' })

const booksSchema = z.strictObject({
  house: moneySchema,
  insurance: moneySchema,
  deposits: moneySchema,
}) satisfies z.ZodType<Books>

const secretSchema = z.strictObject({
  seed: seedSchema,
  key: seedSchema,
  feed: feedStateSchema,
  books: mapOf(instrumentName, impactBookSchema),
}) satisfies z.ZodType<Secret>

/** A round, or what one seat may know of it: then books, secret and fingerprint are null. */
export const roundSchema = z.strictObject({
  config: roundConfigSchema,
  phase: phaseSchema,
  tick: count,
  marks: mapOf(instrumentName, priceSchema),
  impacts: mapOf(instrumentName, instrumentImpactSchema),
  seats: mapOf(seatName, seatSchema),
  accounts: mapOf(seatName, accountSchema),
  receipts: mapOf(z.string().max(128), receiptsSchema),
  standings: z.array(standingSchema),
  gauges: z.array(instrumentGaugeSchema),
  shocks: z.array(shockSchema),
  news: z.array(newsSchema),
  books: booksSchema.nullable(),
  secret: secretSchema.nullable(),
  fingerprint: fingerprintSchema.nullable(),
}) satisfies z.ZodType<Round>
