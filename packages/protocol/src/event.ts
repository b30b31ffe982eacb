import type { CancelReason, DrainPart, FillEffect, LiquidationCause, RoundEvent } from '@cascade/engine'
import { z } from 'zod'
import { answerSchema, rejectionSchema } from './answer.ts'
import { seatSchema, standingSchema } from './board.ts'
import { commandIdSchema } from './command.ts'
import { marginModeSchema } from './config.ts'
import { moneySchema, priceSchema, quantitySchema, rateSchema, sizeSchema } from './decimal.ts'
import { feedStateSchema } from './feed.ts'
import { newsSchema, shockSchema } from './host-act.ts'
import { impactSecretSchema, instrumentGaugeSchema, instrumentImpactSchema } from './impact.ts'
import { instrumentName, orderName, seatName } from './name.ts'
import { orderSchema, sideSchema } from './order.ts'
import { postingSchema } from './posting.ts'
import { count, oneOf } from './shape.ts'
import { revealedWordSchema } from './word.ts'

const postings = z.array(postingSchema)
const happened = { tick: count, seat: seatName }
const cancelReason = oneOf<CancelReason>({
  asked: 'asked',
  liquidation: 'liquidation',
  quantity_above_max: 'quantity_above_max',
  leverage_above_tier: 'leverage_above_tier',
  market_too_thin: 'market_too_thin',
  margin_insufficient: 'margin_insufficient',
  nothing_to_reduce: 'nothing_to_reduce',
  round_ended: 'round_ended',
  wiped: 'wiped',
})

const positionChange = z.strictObject({ size: sizeSchema, entryCost: moneySchema })

const closing = {
  ...happened,
  instrument: instrumentName,
  side: sideSchema,
  quantity: quantitySchema,
  price: priceSchema,
  effect: oneOf<FillEffect>({
    open: 'open',
    increase: 'increase',
    reduce: 'reduce',
    close: 'close',
    flip: 'flip',
  }),
  marginMode: marginModeSchema,
  realizedPnl: moneySchema,
  fee: moneySchema,
  after: positionChange,
  postings,
}

const payment = z.strictObject({ instrument: instrumentName, amount: moneySchema })

const drainPart = z.strictObject({
  instrument: instrumentName,
  size: sizeSchema,
  mark: priceSchema,
  unrealizedPnl: moneySchema,
  requirement: moneySchema,
}) satisfies z.ZodType<DrainPart>

const cause = z.strictObject({
  bucket: marginModeSchema,
  equity: moneySchema,
  requirement: moneySchema,
  parts: z.array(drainPart),
}) satisfies z.ZodType<LiquidationCause>

const liquidated = z.strictObject({
  type: z.literal('position.liquidated'),
  ...happened,
  instrument: instrumentName,
  marginMode: marginModeSchema,
  size: sizeSchema,
  price: priceSchema,
  bankruptcyPrice: priceSchema.nullable(),
  realizedPnl: moneySchema,
  fee: moneySchema,
  after: positionChange,
  uncovered: moneySchema,
  cause,
  postings,
})

const moved = z.strictObject({
  type: z.literal('market.moved'),
  tick: count,
  marks: z.array(priceSchema),
  volumes: z.array(z.number()),
  feed: feedStateSchema.nullable(),
  impacts: z.array(instrumentImpactSchema).exactOptional(),
  paths: z.array(impactSecretSchema).nullable().exactOptional(),
})

const setting = { seat: seatName, instrument: instrumentName }

/** Everything that can have happened in a round, as the server sends and writes it. */
export const roundEventSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('seat.joined'), seat: seatSchema }),
  z.strictObject({ type: z.literal('account.opened'), seat: seatName, postings }),
  z.strictObject({ type: z.literal('round.started'), words: z.array(revealedWordSchema).exactOptional() }),
  moved,
  z.strictObject({ type: z.literal('market.shocked'), ...shockSchema.shape }),
  z.strictObject({ type: z.literal('news.published'), ...newsSchema.shape }),
  z.strictObject({ type: z.literal('order.placed'), seat: seatName, order: orderSchema }),
  z.strictObject({ type: z.literal('order.filled'), order: orderName, ...closing }),
  z.strictObject({ type: z.literal('position.settled'), ...closing }),
  z.strictObject({
    type: z.literal('order.cancelled'),
    seat: seatName,
    order: orderName,
    reason: cancelReason,
  }),
  z.strictObject({ type: z.literal('leverage.set'), ...setting, leverage: rateSchema, postings }),
  z.strictObject({ type: z.literal('margin-mode.set'), ...setting, marginMode: marginModeSchema, postings }),
  z.strictObject({ type: z.literal('margin.transferred'), ...setting, postings }),
  z.strictObject({ type: z.literal('funding.paid'), ...happened, payments: z.array(payment), postings }),
  liquidated,
  z.strictObject({
    type: z.literal('bucket.settled'),
    ...happened,
    bucket: marginModeSchema,
    uncovered: moneySchema,
    postings,
  }),
  z.strictObject({ type: z.literal('position.deleveraged'), ...closing, mark: priceSchema }),
  z.strictObject({ type: z.literal('loss.socialised'), ...happened, amount: moneySchema, postings }),
  z.strictObject({
    type: z.literal('seat.liquidated'),
    ...happened,
    bucket: marginModeSchema,
    closed: z.array(z.strictObject({ instrument: instrumentName, long: z.boolean() })),
  }),
  z.strictObject({ type: z.literal('account.wiped'), ...happened, postings }),
  z.strictObject({
    type: z.literal('standings.published'),
    tick: count,
    rows: z.array(standingSchema),
    final: z.boolean(),
  }),
  z.strictObject({
    type: z.literal('cascade.gauged'),
    tick: count,
    gauges: z.array(instrumentGaugeSchema),
  }),
  z.strictObject({ type: z.literal('round.ended'), tick: count }),
  z.strictObject({
    type: z.literal('command.answered'),
    seat: seatName,
    id: commandIdSchema,
    digest: z.string().max(128),
    answer: answerSchema,
  }),
  z.strictObject({
    type: z.literal('command.rejected'),
    seat: seatName,
    command: z.string().max(64),
    rejection: rejectionSchema,
  }),
]) satisfies z.ZodType<RoundEvent>
