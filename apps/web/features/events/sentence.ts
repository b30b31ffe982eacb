import type { InstrumentId, SeatId } from '@cascade/engine'
import type { Moment } from '@cascade/review'
import type { useTranslations } from 'use-intl'
import { list } from '../../format/list.ts'
import { money, signedMoney, wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { signedWholePercent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import type { MarketNewsItem, SomebodyLiquidated } from '../../live/index.ts'
import { depthsOf } from '../gauge/depths.ts'
import type { Refused } from '../trade/use-words.ts'

/** Something that happened, live or recorded. */
export type Happening = (Moment | ((SomebodyLiquidated | MarketNewsItem) & { readonly tick: number })) & {
  /** How many of the same kind are told as one; one when absent. */
  readonly times?: number
}

type Heard = (SomebodyLiquidated | MarketNewsItem)['kind']

const HEARD: ReadonlySet<string> = new Set<Heard>(['somebody_liquidated', 'forced', 'carries'])

/** Whether it is a moment of the record, and not merely what is heard of others or of the market. */
export const isMoment = <T extends { readonly kind: string }>(
  item: T,
): item is Exclude<T, { readonly kind: Heard }> => !HEARD.has(item.kind)

/** What the sentences need to know of the round: who sits where, and how prices and sizes are written. */
export interface Cast {
  /** The reader's own seat, told as `You`. */
  readonly own: SeatId | null
  /** What everybody else is called. */
  readonly nameOf: (seat: SeatId) => string
  readonly increments: ReadonlyMap<InstrumentId, { readonly price: number; readonly size: number }>
}

/** Everything a sentence is made with. */
export interface Telling {
  readonly t: ReturnType<typeof useTranslations<'trade'>>
  readonly cast: Cast
  readonly why: (refused: Refused) => string
}

type Tellers = {
  readonly [Kind in Happening['kind']]: (
    event: Extract<Happening, { readonly kind: Kind }>,
    telling: Telling,
  ) => string
}

const SMALLEST = { price: 0.01, size: 0.001 }

const incrementsOf = ({ increments }: Cast, instrument: InstrumentId) =>
  increments.get(instrument) ?? SMALLEST

const priceOf = (cast: Cast, { instrument, price }: { instrument: InstrumentId; price: number }): string =>
  onIncrement(price, incrementsOf(cast, instrument).price)

const unitsOf = (cast: Cast, of: { readonly instrument: InstrumentId; readonly quantity: number }): string =>
  onIncrement(of.quantity, incrementsOf(cast, of.instrument).size)

const whoOf = ({ t, cast }: Telling, seat: SeatId): string =>
  seat === cast.own ? t('events.you') : cast.nameOf(seat)

const sideOf = ({ t }: Telling, long: boolean): string => t(long ? 'side.long' : 'side.short')

type Trade = Extract<Happening, { kind: 'filled' | 'settled' | 'deleveraged' }>

const tradeOf = (event: Trade, telling: Telling) => ({
  who: whoOf(telling, event.seat),
  side: event.side,
  instrument: event.instrument,
  quantity: unitsOf(telling.cast, event),
  price: priceOf(telling.cast, event),
  pnl: signedMoney(event.realizedPnl),
})

const tellers: Tellers = {
  joined: ({ seat }, { t, cast }) => t('events.joined', { name: cast.nameOf(seat) }),
  started: (_, { t }) => t('events.started'),
  ended: (_, { t }) => t('events.ended'),
  shocked: ({ instrument, shock }, { t }) => {
    const what = instrument ?? 'market'
    if (!shock) return t('events.shocked', { what })
    const { move, minutes, givenBack } = shock
    return t('events.shockedBy', { what, move: signedWholePercent(move), minutes, back: givenBack })
  },
  news: ({ headline }, { t }) => t('events.news', { headline }),
  filled: (event, telling) => {
    const isEntry = event.effect === 'open' || event.effect === 'increase'
    return telling.t(isEntry ? 'events.filled' : 'events.filledPnl', tradeOf(event, telling))
  },
  settled: (event, telling) => telling.t('events.settled', tradeOf(event, telling)),
  placed: (event, telling) => {
    const { t, cast } = telling
    const { side, instrument, price } = event
    const values = { who: whoOf(telling, event.seat), side, instrument, quantity: unitsOf(cast, event) }
    if (price === null) return t('events.placedMarket', values)
    const type = t(`orderTypes.${event.orderType}`).toLowerCase()
    return t('events.placed', { ...values, type, price: priceOf(cast, { instrument, price }) })
  },
  cancelled: ({ seat, reason }, telling) => {
    const { t } = telling
    return t('events.cancelled', { who: whoOf(telling, seat), reason: t(`events.reasons.${reason}`) })
  },
  leverage: ({ seat, instrument, leverage: set }, telling) =>
    telling.t('events.leverage', { who: whoOf(telling, seat), instrument, leverage: leverage(set) }),
  mode: ({ seat, instrument, marginMode, moved }, telling) => {
    const mode = telling.t(marginMode).toLowerCase()
    if (moved !== 0) {
      const values = { who: whoOf(telling, seat), instrument, amount: money(Math.abs(moved)) }
      return telling.t(moved > 0 ? 'events.modeIsolated' : 'events.modeCross', values)
    }
    return telling.t('events.mode', { who: whoOf(telling, seat), instrument, mode })
  },
  margin: ({ seat, instrument, amount }, telling) =>
    telling.t(amount < 0 ? 'events.marginRemoved' : 'events.marginAdded', {
      who: whoOf(telling, seat),
      instrument,
      amount: wholeMoney(Math.abs(amount)),
    }),
  liquidated: (event, telling) => {
    const { instrument, left } = event
    const values = {
      who: whoOf(telling, event.seat),
      instrument,
      side: sideOf(telling, event.long),
      price: priceOf(telling.cast, event),
      amount: wholeMoney(event.cause.wallet),
      quantity: unitsOf(telling.cast, event),
      left: unitsOf(telling.cast, { instrument, quantity: left }),
      times: event.times ?? 1,
    }
    if (left > 0) return telling.t('events.liquidatedPart', values)
    return telling.t(`events.liquidated${event.marginMode === 'isolated' ? 'Isolated' : 'Cross'}`, values)
  },
  deleveraged: (event, telling) =>
    telling.t(event.effect === 'reduce' ? 'events.deleveragedPart' : 'events.deleveraged', {
      ...tradeOf(event, telling),
      side: sideOf(telling, event.long),
    }),
  funding: ({ seat, payments, times = 1 }, telling) => {
    const total = payments.reduce((sum, { amount }) => sum + amount, 0)
    return telling.t(total < 0 ? 'events.fundingReceived' : 'events.fundingPaid', {
      who: whoOf(telling, seat),
      amount: money(Math.abs(total)),
      names: list(payments.map(({ instrument }) => instrument)),
      times,
    })
  },
  socialised: ({ seat, amount }, telling) =>
    telling.t('events.socialised', { who: whoOf(telling, seat), amount: money(amount) }),
  wiped: ({ seat }, telling) => telling.t('events.wiped', { who: whoOf(telling, seat) }),
  rejected: ({ seat, ...refused }, telling) =>
    telling.t('events.rejected', { who: whoOf(telling, seat), reason: telling.why(refused) }),
  somebody_liquidated: ({ seat, closed }, telling) => {
    const names = closed.map(({ instrument, long }) => `${instrument} ${sideOf(telling, long)}`)
    return telling.t('events.somebodyLiquidated', { who: whoOf(telling, seat), names: names.join(', ') })
  },
  forced: ({ instrument, side, amount, over }, { t }) =>
    t(over ? 'events.forcedOver' : 'events.forced', {
      instrument,
      side,
      amount: t('gauge.depths', { ...depthsOf(amount) }),
    }),
  carries: ({ instrument, direction, times = 1 }, { t }) =>
    t('events.carries', { instrument, direction, times }),
}

/** Tells an event as one sentence. */
export function sentenceOf(event: Happening, telling: Telling): string {
  const tell: (event: never, telling: Telling) => string = tellers[event.kind]
  return tell(event as never, telling)
}
