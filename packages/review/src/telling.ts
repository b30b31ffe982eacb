import {
  type DrainPart,
  type LiquidationCause,
  minus,
  type Posting,
  type Rejection,
  type RoundEvent,
  sum,
} from '@cascade/engine'
import type { Cause, MomentBody, Part, Refused, Traded } from './moment.ts'
import { shown } from './reading.ts'

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
  'market.shocked': ({ instrument, plan }) => ({
    kind: 'shocked',
    instrument,
    shock: plan && { ...plan, move: shown(plan.move) },
  }),
  'news.published': ({ headline }) => ({ kind: 'news', headline }),
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
  'margin-mode.set': ({ seat, instrument, marginMode, postings }) => ({
    kind: 'mode',
    seat,
    instrument,
    marginMode,
    moved: intoMargin(postings),
  }),
  'margin.transferred': ({ seat, instrument, postings }) => ({
    kind: 'margin',
    seat,
    instrument,
    amount: intoMargin(postings),
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
    fee: shown(event.fee),
    cause: causeOf(event.cause),
  }),
  'funding.paid': ({ seat, payments }) => ({
    kind: 'funding',
    seat,
    payments: payments.map(({ instrument, amount }) => ({ instrument, amount: shown(amount) })),
  }),
  'bucket.settled': () => null,
  'position.deleveraged': (event) => ({
    kind: 'deleveraged',
    ...tradedOf(event),
    long: event.side === 'sell',
    mark: shown(event.mark),
  }),
  'loss.socialised': ({ seat, amount }) => ({ kind: 'socialised', seat, amount: shown(amount) }),
  'seat.liquidated': () => null,
  'account.wiped': ({ seat }) => ({ kind: 'wiped', seat }),
  'standings.published': () => null,
  'cascade.gauged': () => null,
  'round.ended': () => ({ kind: 'ended' }),
  'command.answered': ({ seat, answer }) =>
    answer.ok ? null : { kind: 'rejected', seat, ...refusedOf(answer.rejection) },
  'command.rejected': ({ seat, rejection }) => ({ kind: 'rejected', seat, ...refusedOf(rejection) }),
}

type Trade = Extract<RoundEvent, { type: 'order.filled' | 'position.settled' | 'position.deleveraged' }>

/** What went into a margin of its own; negative what came out of it. */
const intoMargin = (postings: readonly Posting[]): number =>
  postings.reduce((total, { to, amount }) => total + (to.kind === 'margin' ? 1 : -1) * shown(amount), 0)

function tradedOf(event: Trade): Traded {
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
