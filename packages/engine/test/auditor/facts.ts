import type { PositionLiquidated, RoundEvent } from '../../src/index.ts'
import { word } from './twin/round.ts'

type Tell = {
  readonly [Type in RoundEvent['type']]: (event: Extract<RoundEvent, { type: Type }>) => readonly string[]
}

const line = (...words: Parameters<typeof word>[0][]): string => words.map(word).join(' ')

const silent = (): readonly string[] => []

/** How each event of the engine reads in the words of the twin's diary. */
const tell: Tell = {
  'seat.joined': silent,
  'account.opened': ({ seat }) => [line('joined', seat)],
  'round.started': silent,
  'market.moved': silent,
  'market.shocked': ({ tick, instrument, plan }) => [
    line('shock', tick, instrument, plan?.move ?? null, plan?.minutes ?? null, plan?.givenBack ?? null),
  ],
  'news.published': ({ tick, headline }) => [line('news', tick, headline)],
  'order.placed': ({ seat, order }) => [line('placed', seat, order.id)],
  'order.filled': (fill) => [
    line('filled', fill.seat, fill.order, fill.instrument, fill.side, fill.quantity, fill.price),
    line('which is', fill.effect, 'pnl', fill.realizedPnl, 'fee', fill.fee),
  ],
  'position.settled': ({ seat, instrument, side, quantity, realizedPnl }) => [
    line(
      'closed by the bell',
      seat,
      instrument,
      side === 'sell' ? quantity : quantity.negated(),
      'pnl',
      realizedPnl,
    ),
  ],
  'order.cancelled': ({ seat, order, reason }) => [line('cancelled', seat, order, reason)],
  'leverage.set': silent,
  'margin-mode.set': silent,
  'margin.transferred': silent,
  'funding.paid': ({ seat, payments }) => [
    line('funding', seat, ...payments.map(({ instrument, amount }) => `${instrument}:${amount.toFixed()}`)),
  ],
  'position.liquidated': liquidated,
  'bucket.settled': ({ seat, bucket, uncovered }) => [line('settled', seat, bucket, uncovered)],
  'position.deleveraged': (fill) => [
    line('deleveraged', fill.seat, fill.instrument, fill.side, fill.quantity, fill.price),
    line('which is', fill.effect, 'pnl', fill.realizedPnl, 'fee', fill.fee),
  ],
  'loss.socialised': ({ seat, amount }) => [line('shares', seat, amount)],
  'seat.liquidated': ({ seat, bucket, closed }) => [
    line(
      'all hear of',
      seat,
      bucket,
      ...closed.map(({ instrument, long }) => `${instrument}:${long ? 'long' : 'short'}`),
    ),
  ],
  'account.wiped': ({ seat }) => [line('wiped', seat)],
  'standings.published': ({ rows }) => rows.map(({ rank, seat, equity }) => line('rank', rank, seat, equity)),
  'cascade.gauged': silent,
  'round.ended': silent,
  'command.answered': silent,
  'command.rejected': silent,
}

function liquidated(event: PositionLiquidated): readonly string[] {
  const { seat, instrument, marginMode, size, realizedPnl, fee, bankruptcyPrice, cause, uncovered } = event
  return [
    line('liquidated', seat, instrument, marginMode, size, 'pnl', realizedPnl, 'fee', fee),
    line(
      'bankrupt at',
      bankruptcyPrice,
      'equity',
      cause.equity,
      'of',
      cause.requirement,
      'uncovered',
      uncovered,
    ),
  ]
}

/** What the events of a command say, in the words of the twin's diary. */
export function factsOf(events: readonly RoundEvent[]): readonly string[] {
  return events.flatMap((event) => {
    const telling: (event: never) => readonly string[] = tell[event.type]
    return telling(event as never)
  })
}
