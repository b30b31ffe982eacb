import type { Account, Position, TradeSetting } from '@cascade/engine'
import { z } from 'zod'
import { marginModeSchema } from './config.ts'
import { moneySchema, rateSchema, sizeSchema } from './decimal.ts'
import { instrumentName, orderName, seatName } from './name.ts'
import { orderSchema } from './order.ts'
import { count, mapOf } from './shape.ts'

const settingSchema = z.strictObject({
  marginMode: marginModeSchema,
  leverage: rateSchema,
}) satisfies z.ZodType<TradeSetting>

const positionSchema = z.strictObject({
  instrument: instrumentName,
  marginMode: marginModeSchema,
  size: sizeSchema,
  entryCost: moneySchema,
  margin: moneySchema,
  openedAtTick: count,
}) satisfies z.ZodType<Position>

/** A seat's money, positions and open orders. */
export const accountSchema = z.strictObject({
  seat: seatName,
  cash: moneySchema,
  settings: mapOf(instrumentName, settingSchema),
  positions: mapOf(instrumentName, positionSchema),
  orders: mapOf(orderName, orderSchema),
  realizedPnl: moneySchema,
  feesPaid: moneySchema,
  ordersPlaced: count,
  fills: count,
  liquidations: count,
  wipedAtTick: count.nullable(),
}) satisfies z.ZodType<Account>
