import type { Pocket, Posting, PostingReason } from '@cascade/engine'
import { z } from 'zod'
import { moneySchema } from './decimal.ts'
import { instrumentName, seatName } from './name.ts'
import { oneOf } from './shape.ts'

const pocketSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('cash'), seat: seatName }),
  z.strictObject({ kind: z.literal('margin'), seat: seatName, instrument: instrumentName }),
  z.strictObject({ kind: z.literal('house') }),
  z.strictObject({ kind: z.literal('insurance') }),
  z.strictObject({ kind: z.literal('deposits') }),
]) satisfies z.ZodType<Pocket>

/** Money moved from one place to another. */
export const postingSchema = z.strictObject({
  from: pocketSchema,
  to: pocketSchema,
  amount: moneySchema,
  for: oneOf<PostingReason>({
    deposit: 'deposit',
    margin: 'margin',
    pnl: 'pnl',
    fee: 'fee',
    funding: 'funding',
    'closing-fee': 'closing-fee',
    surplus: 'surplus',
    shortfall: 'shortfall',
    wipe: 'wipe',
    'socialised-loss': 'socialised-loss',
  }),
}) satisfies z.ZodType<Posting>
