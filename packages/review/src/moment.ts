import {
  type CancelReason,
  type DrainPart,
  type FillEffect,
  type InstrumentId,
  type LiquidationCause,
  type MarginMode,
  minus,
  type Rejection,
  type RejectionReason,
  type RoundEvent,
  type SeatId,
  type Side,
  sum,
} from '@cascade/engine'
import { shown } from './reading.ts'

/** One position's part in a bucket's end, in plain numbers. */
export interface Part {
  readonly instrument: InstrumentId
  readonly long: boolean
  readonly quantity: number
  readonly mark: number
  readonly unrealizedPnl: number
  readonly requirement: number
}

/** Why a bucket was liquidated, in plain numbers. */
export interface Cause {
  readonly bucket: MarginMode
  readonly equity: number
  readonly requirement: number
  /** What backed the bucket before its losses: the shared cash or the position's own margin. */
  readonly wallet: number
  /** The largest loss first. */
  readonly parts: readonly Part[]
}

interface Traded {
  readonly seat: SeatId
  readonly instrument: InstrumentId
  readonly side: Side
  readonly quantity: number
  readonly price: number
  readonly effect: FillEffect
  readonly marginMode: MarginMode
  readonly realizedPnl: number
  readonly fee: number
}

/** The rules' no, in plain numbers. */
export interface Refused {
  readonly reason: RejectionReason
  /** What was missing, simulated dollars; null where money was not the reason. */
  readonly shortfall: number | null
  /** The bound that was broken, a decimal number; null where a bound was not the reason. */
  readonly limit: string | null
}

/** What can have happened, as plain data that a sentence can be made of. */
export type MomentBody =
  | { readonly kind: 'joined'; readonly seat: SeatId; readonly automatic: boolean }
  | { readonly kind: 'started' }
  | { readonly kind: 'ended' }
  | ({ readonly kind: 'filled' } & Traded)
  | ({ readonly kind: 'settled' } & Traded)
  | {
      readonly kind: 'placed'
      readonly seat: SeatId
      readonly order: string
      readonly instrument: InstrumentId
      readonly side: Side
      readonly orderType: 'market' | 'limit' | 'stop' | 'take-profit'
      readonly quantity: number
      readonly price: number | null
    }
  | {
      readonly kind: 'cancelled'
      readonly seat: SeatId
      readonly order: string
      readonly reason: CancelReason
    }
  | {
      readonly kind: 'leverage'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly leverage: number
    }
  | {
      readonly kind: 'mode'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly marginMode: MarginMode
    }
  | {
      readonly kind: 'margin'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly amount: number
    }
  | {
      readonly kind: 'liquidated'
      readonly seat: SeatId
      readonly instrument: InstrumentId
      readonly long: boolean
      readonly quantity: number
      /** Units that stay open, where the policy closes no more than it must. */
      readonly left: number
      readonly price: number
      readonly marginMode: MarginMode
      readonly realizedPnl: number
      readonly cause: Cause
    }
  | { readonly kind: 'wiped'; readonly seat: SeatId }
  | ({ readonly kind: 'rejected'; readonly seat: SeatId } & Refused)

/** Something that happened, at a tick. */
export type Moment = MomentBody & { readonly tick: number }

/** The plain form of an event, or null for bookkeeping that nobody needs a sentence for. */
export function momentOf(event: RoundEvent): MomentBody | null {
  const tell: (event: never) => MomentBody | null = tellers[event.type]
  return tell(event as never)
}

type Tellers = {
  readonly [Type in RoundEvent['type']]: (event: Extract<RoundEvent, { type: Type }>) => MomentBody | null
}

const tellers: Tellers = {
  'seat.joined': ({ seat }) => ({
    kind: 'joined',
    seat: seat.id,
    automatic: seat.kind === 'automatic',
  }),
  'account.opened': () => null,
  'round.started': () => ({ kind: 'started' }),
  'market.moved': () => null,
  'order.placed': ({ seat, order }) => ({
    kind: 'placed',
    seat,
    order: order.id,
    instrument: order.instrument,
    side: order.side,
    orderType: order.type,
    quantity: shown(order.quantity),
    price: priceOf(order),
  }),
  'order.filled': (event) => ({ kind: 'filled', ...tradedOf(event) }),
  'position.settled': (event) => ({ kind: 'settled', ...tradedOf(event) }),
  'order.cancelled': ({ seat, order, reason }) => ({ kind: 'cancelled', seat, order, reason }),
  'leverage.set': ({ seat, instrument, leverage }) => ({
    kind: 'leverage',
    seat,
    instrument,
    leverage: shown(leverage),
  }),
  'margin-mode.set': ({ seat, instrument, marginMode }) => ({ kind: 'mode', seat, instrument, marginMode }),
  'margin.transferred': ({ seat, instrument, postings }) => ({
    kind: 'margin',
    seat,
    instrument,
    amount: postings.reduce(
      (sum, { to, amount }) => sum + (to.kind === 'margin' ? 1 : -1) * shown(amount),
      0,
    ),
  }),
  'position.liquidated': (event) => ({
    kind: 'liquidated',
    seat: event.seat,
    instrument: event.instrument,
    long: event.size.isPositive(),
    quantity: shown(event.size.abs()),
    left: shown(event.after.size.abs()),
    price: shown(event.price),
    marginMode: event.marginMode,
    realizedPnl: shown(event.realizedPnl),
    cause: causeOf(event.cause),
  }),
  'funding.paid': () => null,
  'bucket.settled': () => null,
  'position.deleveraged': () => null,
  'loss.socialised': () => null,
  'seat.liquidated': () => null,
  'account.wiped': ({ seat }) => ({ kind: 'wiped', seat }),
  'standings.published': () => null,
  'round.ended': () => ({ kind: 'ended' }),
  'command.answered': ({ seat, answer }) =>
    answer.ok ? null : { kind: 'rejected', seat, ...refusedOf(answer.rejection) },
  'command.rejected': ({ seat, rejection }) => ({ kind: 'rejected', seat, ...refusedOf(rejection) }),
}

function tradedOf(
  event: Extract<RoundEvent, { type: 'order.filled' }> | Extract<RoundEvent, { type: 'position.settled' }>,
): Traded {
  return {
    seat: event.seat,
    instrument: event.instrument,
    side: event.side,
    quantity: shown(event.quantity),
    price: shown(event.price),
    effect: event.effect,
    marginMode: event.marginMode,
    realizedPnl: shown(event.realizedPnl),
    fee: shown(event.fee),
  }
}

/** The rules' no, in plain numbers. */
export const refusedOf = ({ reason, shortfall, limit }: Rejection): Refused => ({
  reason,
  shortfall: shortfall ? shown(shortfall) : null,
  limit: limit ?? null,
})

/** Why a bucket was liquidated, in plain numbers. The wallet is what the losses were taken from. */
export function causeOf(cause: LiquidationCause): Cause {
  const wallet = minus(cause.equity, sum(cause.parts.map((part) => part.unrealizedPnl)))
  return {
    bucket: cause.bucket,
    equity: shown(cause.equity),
    requirement: shown(cause.requirement),
    wallet: shown(wallet),
    parts: cause.parts.map(partOf),
  }
}

const partOf = (part: DrainPart): Part => ({
  instrument: part.instrument,
  long: part.size.isPositive(),
  quantity: shown(part.size.abs()),
  mark: shown(part.mark),
  unrealizedPnl: shown(part.unrealizedPnl),
  requirement: shown(part.requirement),
})

const priceOf = (order: {
  readonly limitPrice: { toNumber(): number } | null
  readonly triggerPrice: { toNumber(): number } | null
}): number | null => (order.limitPrice ?? order.triggerPrice)?.toNumber() ?? null
