import type { Order, OrderRequest, OrderType, Side } from '@cascade/engine'
import { z } from 'zod'
import { askedPrice, askedQuantity, priceSchema, quantitySchema } from './decimal.ts'
import { instrumentName, orderName, seatName } from './name.ts'
import { count, oneOf } from './shape.ts'

/** Which way an order trades. */
export const sideSchema = oneOf<Side>({ buy: 'buy', sell: 'sell' })

const orderType = oneOf<OrderType>({
  market: 'market',
  limit: 'limit',
  stop: 'stop',
  'take-profit': 'take-profit',
})

/** An order as a player sends it. Which price belongs to which type is a rule, so the engine answers it. */
export const askedOrder = z.strictObject({
  instrument: instrumentName,
  side: sideSchema,
  type: orderType,
  quantity: askedQuantity,
  limitPrice: askedPrice.nullable(),
  triggerPrice: askedPrice.nullable(),
  reduceOnly: z.boolean(),
}) satisfies z.ZodType<OrderRequest>

/** An order request as the journal holds it. */
export const orderRequestSchema = z.strictObject({
  instrument: instrumentName,
  side: sideSchema,
  type: orderType,
  quantity: quantitySchema,
  limitPrice: priceSchema.nullable(),
  triggerPrice: priceSchema.nullable(),
  reduceOnly: z.boolean(),
}) satisfies z.ZodType<OrderRequest>

/** An order that the round has accepted. */
export const orderSchema = z.strictObject({
  ...orderRequestSchema.shape,
  id: orderName,
  seat: seatName,
  placedAtTick: count,
}) satisfies z.ZodType<Order>
