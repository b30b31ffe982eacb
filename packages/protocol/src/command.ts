import type { Command, CommandId } from '@cascade/engine'
import { z } from 'zod'
import { marginModeSchema } from './config.ts'
import { moneySchema, priceSchema, rateSchema } from './decimal.ts'
import { headlineSchema, shockRequestSchema } from './host-act.ts'
import { characterName, clientName, instrumentName, orderName, seatName } from './name.ts'
import { orderRequestSchema } from './order.ts'
import { oneOf } from './shape.ts'
import { revealedWordSchema, wordDigestSchema } from './word.ts'

/** Names a command: the tab and its count 1, 2, 3 … */
export const commandIdSchema = z.strictObject({
  client: clientName,
  n: z.int().min(1),
}) satisfies z.ZodType<CommandId>

const from = { seat: seatName, id: commandIdSchema.nullable() }

/** Every command, as the journal holds it. */
export const commandSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('seat.join'),
    seat: seatName,
    kind: oneOf({ human: 'human', automatic: 'automatic' }),
    character: characterName.nullable(),
    wordDigest: wordDigestSchema.exactOptional(),
  }),
  z.strictObject({ type: z.literal('round.start'), words: z.array(revealedWordSchema).exactOptional() }),
  z.strictObject({ type: z.literal('round.end') }),
  z.strictObject({ type: z.literal('market.shock'), shock: shockRequestSchema }),
  z.strictObject({
    type: z.literal('news.publish'),
    headline: headlineSchema,
    shock: shockRequestSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('clock.advance'), marks: z.array(priceSchema).exactOptional() }),
  z.strictObject({ type: z.literal('order.place'), ...from, order: orderRequestSchema }),
  z.strictObject({ type: z.literal('order.cancel'), ...from, order: orderName }),
  z.strictObject({
    type: z.literal('leverage.set'),
    ...from,
    instrument: instrumentName,
    leverage: rateSchema,
  }),
  z.strictObject({
    type: z.literal('margin-mode.set'),
    ...from,
    instrument: instrumentName,
    marginMode: marginModeSchema,
  }),
  z.strictObject({
    type: z.literal('margin.transfer'),
    ...from,
    instrument: instrumentName,
    amount: moneySchema,
  }),
]) satisfies z.ZodType<Command>
