import {
  type Account,
  bankruptcyPriceOf,
  closeOrder,
  exactLiquidationPriceOf,
  freeMargin,
  type Instrument,
  instrumentId,
  markOf,
  money,
  type OrderRequest,
  orderId,
  type PlayerCommand,
  type Price,
  price,
  priceOnIncrement,
  quantity,
  quantityDown,
  type Round,
  rate,
  type Side,
  unrealizedPnl,
} from '../../../src/index.ts'
import type { Chance } from './chance.ts'

/** What a hostile player looks at: the round, its own account, one instrument, and its own dice. */
export interface Sight {
  readonly round: Round
  readonly account: Account
  readonly instrument: Instrument
  readonly chance: Chance
}

/** What a player does in one breath. */
export type Act = (sight: Sight) => readonly PlayerCommand[]

const sideOf = (chance: Chance): Side => chance.pick(['buy', 'sell'])

const place = ({ account }: Sight, order: OrderRequest): PlayerCommand => ({
  type: 'order.place',
  seat: account.seat,
  id: null,
  order,
})

const market = ({ instrument }: Sight, side: Side, units: OrderRequest['quantity']): OrderRequest => ({
  instrument: instrument.id,
  side,
  type: 'market',
  quantity: units,
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
})

const priced = (sight: Sight, order: OrderRequest, at: Price): OrderRequest => {
  const type = sight.chance.pick(['limit', 'stop', 'take-profit'] as const)
  return type === 'limit' ? { ...order, type, limitPrice: at } : { ...order, type, triggerPrice: at }
}

/** As many units as a share of the free margin opens at the leverage of the instrument. */
function affordable({ round, account, instrument }: Sight, share: number) {
  const free = freeMargin(round, account)
  const leverage = account.settings.get(instrument.id)?.leverage ?? rate(1)
  const units = free.times(leverage).times(share).div(markOf(round, instrument.id))
  return quantityDown(quantity(units.gt(0) ? units : 0), instrument.sizeIncrement)
}

/** Opens with a share of what is free, sometimes all and more than all of it. */
export const open: Act = (sight) => {
  const units = affordable(sight, sight.chance.pick([0.1, 0.3, 0.5, 0.9, 0.97, 1, 1.05]))
  return [place(sight, market(sight, sideOf(sight.chance), units))]
}

/** Turns a position over, or makes one. */
export const flip: Act = (sight) => {
  const held = sight.account.positions.get(sight.instrument.id)
  if (!held) return open(sight)
  const units = held.size.abs().times(sight.chance.pick([1, 1.5, 2, 3]))
  const side = held.size.isNegative() ? 'buy' : 'sell'
  return [place(sight, market(sight, side, quantityDown(units, sight.instrument.sizeIncrement)))]
}

/** One size increment, now or at the next price increments. */
export const dust: Act = (sight) => {
  const order = market(sight, sideOf(sight.chance), sight.instrument.sizeIncrement)
  const at = nearMark(sight, sight.chance.below(7) - 3)
  return [place(sight, sight.chance.happens(0.5) ? order : priced(sight, order, at))]
}

/** The largest order an instrument allows, waiting or at once. */
export const maximum: Act = (sight) => {
  const order = market(sight, sideOf(sight.chance), sight.instrument.quantityMax)
  const at = nearMark(sight, (sight.chance.below(40) - 20) * 10)
  return [place(sight, sight.chance.happens(0.3) ? order : priced(sight, order, at))]
}

const nearMark = ({ round, instrument }: Sight, increments: number): Price =>
  price(markOf(round, instrument.id).plus(instrument.priceIncrement.times(increments)))

/** Waiting orders on both sides of the mark, a few per cent away. */
export const ladder: Act = (sight) => {
  const { round, instrument, chance } = sight
  const steps = [0.9, 0.97, 0.99, 1.01, 1.03, 1.1]
  return Array.from({ length: 1 + chance.below(3) }, () => {
    const at = priceOnIncrement(
      markOf(round, instrument.id).times(chance.pick(steps)),
      instrument.priceIncrement,
    )
    const order = market(sight, sideOf(chance), affordable(sight, chance.pick([0.2, 0.5, 0.95])))
    return place(sight, { ...priced(sight, order, at), reduceOnly: chance.happens(0.2) })
  })
}

/** As many waiting orders of one increment as an account may have, and more. */
export const flood: Act = (sight) => {
  const { round, instrument, chance } = sight
  const order = market(sight, sideOf(chance), instrument.sizeIncrement)
  const at = priceOnIncrement(
    markOf(round, instrument.id).times(chance.pick([0.7, 1.4])),
    instrument.priceIncrement,
  )
  return Array.from({ length: 20 }, () => place(sight, priced(sight, order, at)))
}

/** Takes back everything that waits, and something that never did. */
export const cancelStorm: Act = ({ account }) =>
  [...account.orders.keys(), orderId('o0')].map((order) => ({
    type: 'order.cancel' as const,
    seat: account.seat,
    id: null,
    order,
  }))

/** Orders exactly where the position would be liquidated, and one increment to each side. */
export const atLiquidation: Act = (sight) => {
  const { round, account, instrument, chance } = sight
  const exact = exactLiquidationPriceOf(round, account, instrument.id)
  return exact ? [aroundPrice(sight, exact, chance.below(3) - 1)] : open(sight)
}

/** Stops beyond the price at which nothing is left. */
export const beyondBankruptcy: Act = (sight) => {
  const { round, account, instrument, chance } = sight
  const exact = bankruptcyPriceOf(round, account, instrument.id)
  const held = account.positions.get(instrument.id)
  if (!exact || !held) return open(sight)
  return [aroundPrice(sight, exact, (held.size.isNegative() ? 1 : -1) * (1 + chance.below(9)))]
}

function aroundPrice(sight: Sight, exact: Price, increments: number): PlayerCommand {
  const { account, instrument, chance } = sight
  const held = account.positions.get(instrument.id)
  const nearest = priceOnIncrement(exact, instrument.priceIncrement)
  const at = price(nearest.plus(instrument.priceIncrement.times(increments)))
  const side = held?.size.isNegative() ? 'buy' : 'sell'
  const order = market(sight, side, quantity(held?.size.abs() ?? instrument.sizeIncrement))
  const stop = { ...order, type: 'stop', triggerPrice: at } as const
  return place(sight, {
    ...(chance.happens(0.5) ? stop : priced(sight, order, at)),
    reduceOnly: chance.happens(0.5),
  })
}

/** Reduce-only orders with and without anything to reduce. */
export const reduceSpam: Act = (sight) => {
  const { instrument, chance } = sight
  return Array.from({ length: 1 + chance.below(4) }, () => {
    const units = quantityDown(
      instrument.sizeIncrement.times(1 + chance.below(500)),
      instrument.sizeIncrement,
    )
    const order = { ...market(sight, sideOf(chance), units), reduceOnly: true }
    return place(
      sight,
      chance.happens(0.5) ? order : priced(sight, order, nearMark(sight, chance.below(21) - 10)),
    )
  })
}

/** Makes a position larger that loses, with all that can be had. */
export const enlarge: Act = (sight) => {
  const { round, account, chance } = sight
  const losing = [...account.positions.values()].find(
    (position) =>
      position.marginMode === 'isolated' && unrealizedPnl(position, markOf(round, position.instrument)).lt(0),
  )
  const instrument = round.config.instruments.find(({ id }) => id === losing?.instrument)
  if (!losing || !instrument) return open(sight)
  const units = affordable({ ...sight, instrument }, chance.pick([0.2, 0.6, 0.9]))
  const side = losing.size.isNegative() ? 'sell' : 'buy'
  return [place(sight, market({ ...sight, instrument }, side, units))]
}

/** Closes a share of a position. */
export const trim: Act = (sight) => {
  const held = sight.account.positions.get(sight.instrument.id)
  if (!held) return open(sight)
  return [
    place(sight, closeOrder(held, sight.instrument, rate(sight.chance.pick([0.001, 0.1, 0.37, 0.5, 1])))),
  ]
}

/** Takes the other side of the largest position in the instrument, to win when it is lost. */
export const oppose: Act = (sight) => {
  const { round, instrument } = sight
  const others = [...round.accounts.values()].flatMap(({ positions }) => positions.get(instrument.id) ?? [])
  const [largest] = others.sort((a, b) => b.size.abs().cmp(a.size.abs()))
  const side = largest && !largest.size.isNegative() ? 'sell' : 'buy'
  return [place(sight, market(sight, side, affordable(sight, sight.chance.pick([0.2, 0.5, 0.8]))))]
}

/** Orders with something wrong in them. */
export const nonsense: Act = (sight) => {
  const { instrument, chance } = sight
  const order = market(sight, sideOf(chance), instrument.sizeIncrement)
  const half = price(instrument.priceIncrement.div(2))
  return [
    place(
      sight,
      chance.pick<OrderRequest>([
        { ...order, quantity: quantity(0) },
        { ...order, quantity: quantity(instrument.sizeIncrement.div(3)) },
        { ...order, quantity: quantity(instrument.quantityMax.plus(instrument.sizeIncrement)) },
        { ...order, limitPrice: price(1) },
        { ...order, type: 'limit' },
        { ...order, type: 'limit', triggerPrice: price(1) },
        { ...order, type: 'stop', triggerPrice: price(money(-1)) },
        { ...order, type: 'limit', limitPrice: half },
        { ...order, instrument: instrumentId('nothing') },
        { ...order, type: 'stop', triggerPrice: nearMark(sight, 0), quantity: instrument.quantityMax },
      ]),
    ),
  ]
}
