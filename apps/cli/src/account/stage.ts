import {
  type Account,
  emptyAccount,
  type Instrument,
  initialMargin,
  type Market,
  money,
  notionalOf,
  type Order,
  orderId,
  type Position,
  presetRules,
  price,
  quantity,
  rate,
  seatId,
  worth,
} from '@cascade/engine'
import { type GivenAccount, tiersFor } from './schema.ts'

type GivenPosition = GivenAccount['positions'][number]

const SEAT = seatId('given')
const ONE = rate(1)
/** No tick passes, so that no funding falls due. */
const MARKET_MINUTES_PER_TICK = 1

/** The marks and rules that an account is judged by. */
export function marketOf({ positions, rules }: GivenAccount): Market {
  const set = presetRules(rules.preset, MARKET_MINUTES_PER_TICK)
  return {
    marks: new Map(positions.map(({ instrument, markPrice }) => [instrument, markPrice])),
    config: {
      instruments: positions.map((position) => instrumentFor(position, rules)),
      rules: {
        ...set,
        closingFeeRate: rules.closingFeeRate ?? set.closingFeeRate,
        makerFeeRate: rules.makerFeeRate ?? set.makerFeeRate,
        takerFeeRate: rules.takerFeeRate ?? set.takerFeeRate,
      },
    },
  }
}

/** Only the tiers of an instrument decide here; nothing is traded and nothing rounded to an increment. */
const instrumentFor = (
  { instrument, markPrice }: GivenPosition,
  rules: GivenAccount['rules'],
): Instrument => ({
  id: instrument,
  name: instrument,
  class: 'MAJ1',
  openingPrice: markPrice,
  priceIncrement: price('0.00000001'),
  sizeIncrement: quantity('0.00000001'),
  quantityMax: quantity(Number.MAX_SAFE_INTEGER),
  tiers: tiersFor(rules, instrument) ?? [],
})

/** The account as the engine would hold it. */
export const accountOf = ({ mode, cash, positions, orders }: GivenAccount): Account => ({
  ...emptyAccount(
    SEAT,
    new Map([
      ...orders.map(
        ({ instrument, leverage = ONE }) => [instrument, { marginMode: mode, leverage }] as const,
      ),
      ...positions.map(
        (held) => [held.instrument, { marginMode: held.mode ?? mode, leverage: held.leverage }] as const,
      ),
    ]),
  ),
  cash,
  positions: new Map(positions.map((held) => [held.instrument, positionOf(held, held.mode ?? mode)])),
  orders: new Map(orders.map(orderOf).map((order) => [order.id, order])),
})

const orderOf = (
  { price: at, leverage: _, ...given }: GivenAccount['orders'][number],
  index: number,
): Order => ({
  ...given,
  limitPrice: given.type === 'limit' ? at : null,
  triggerPrice: given.type === 'limit' ? null : at,
  id: orderId(`given-o${index + 1}`),
  seat: SEAT,
  placedAtTick: 0,
})

const positionOf = (given: GivenPosition, marginMode: GivenAccount['mode']): Position => ({
  instrument: given.instrument,
  marginMode,
  size: given.size,
  entryCost: worth(given.size, given.entryPrice),
  margin: marginMode === 'isolated' ? (given.margin ?? marginAtEntry(given)) : money(0),
  openedAtTick: 0,
})

/** What opening the position took. */
const marginAtEntry = ({ size, entryPrice, leverage }: GivenPosition) =>
  initialMargin(notionalOf(size, entryPrice), leverage)
