import {
  type Account,
  Decimal,
  emptyAccount,
  type Instrument,
  instrumentOf,
  isInTrouble,
  type Market,
  type Money,
  markOf,
  money,
  NO_MONEY,
  notionalOf,
  type Order,
  orderId,
  type Position,
  price,
  quantity,
  rate,
  requirement,
  type Size,
  seatId,
  sideOf,
  size,
  standingOf,
  worth,
} from '../../src/index.ts'
import { crossBucket } from '../../src/margin/bucket.ts'
import { bucketOf } from '../../src/margin/risk.ts'
import { charge } from '../../src/number/rounding.ts'
import type { Chance } from './chance.ts'
import { onIncrement, randomMarket } from './random-market.ts'

/** An account, and the marks and rules at which it stands. */
export interface Standing {
  readonly market: Market
  readonly account: Account
}

const SEAT = seatId('s1')

/**
 * An account of one to six positions that is healthy at its marks: by nothing, by a unit of the ledger, by
 * little, or by so much that nothing can happen to it.
 */
export function randomAccount(chance: Chance): Standing {
  const market = randomMarket(chance, chance.whole(1, 6))
  const bare = newAccount(chance, market)
  const isolatedPercent = chance.pick([0, 50, 100])
  const positions = market.config.instruments.map((instrument) =>
    randomPosition(chance, market, { instrument, isolated: chance.percent(isolatedPercent) }),
  )
  const held: Account = {
    ...bare,
    positions: new Map(positions.map((position) => [position.instrument, position])),
    orders: randomOrders(chance, market),
  }
  const account = backed(chance, market, held)
  if (isInTrouble(market, account)) throw new Error('a random account is healthy')
  return { market, account }
}

const newAccount = (chance: Chance, { config }: Market): Account =>
  emptyAccount(
    SEAT,
    new Map(
      config.instruments.map(({ id }) => [
        id,
        { marginMode: config.rules.defaultMode, leverage: rate(chance.whole(1, 20)) },
      ]),
    ),
  )

function randomPosition(
  chance: Chance,
  market: Market,
  { instrument, isolated }: { instrument: Instrument; isolated: boolean },
): Position {
  const held = randomSize(chance, market, instrument)
  return {
    instrument: instrument.id,
    marginMode: isolated ? 'isolated' : 'cross',
    size: held,
    entryCost: randomCost(chance, market, { instrument, held }),
    margin: NO_MONEY,
    openedAtTick: 0,
  }
}

/** A size around one of the tiers' floors, or of any magnitude. */
function randomSize(chance: Chance, market: Market, { id, tiers, ...instrument }: Instrument): Size {
  const { sizeIncrement, quantityMax } = instrument
  const floor = tiers[chance.below(tiers.length)]?.floor ?? NO_MONEY
  const near = floor.gt(0) && chance.percent(60)
  const notional = near ? floor.times(chance.between('0.5', '1.5')) : chance.magnitude(0, 8)
  const units = notional.div(markOf(market, id)).toNearest(sizeIncrement)
  const within = Decimal.min(quantityMax, Decimal.max(sizeIncrement, units))
  return size(chance.percent(50) ? within : within.negated())
}

/** What one or two fills cost that are not too far from the mark; some with the rest of a partial close. */
function randomCost(
  chance: Chance,
  market: Market,
  { instrument, held }: { instrument: Instrument; held: Size },
): Money {
  const mark = markOf(market, instrument.id)
  const spread = chance.pick(['0.001', '0.05', '0.5'])
  const fill = () =>
    onIncrement(
      mark.times(chance.between(new Decimal(1).minus(spread), new Decimal(1).plus(spread))),
      instrument.priceIncrement,
    )
  const first = size(held.times(chance.share()).toNearest(instrument.sizeIncrement))
  const cost = worth(first, fill()).plus(worth(size(held.minus(first)), fill()))
  const rest = chance.percent(30) ? chance.share().times('0.00000099').toDecimalPlaces(8) : 0
  return money(cost.plus(rest))
}

/** The account with as much in each of its buckets as it needs at the marks, and something beyond. */
function backed(chance: Chance, market: Market, account: Account): Account {
  const positions = [...account.positions.values()].map((position) => {
    if (position.marginMode === 'cross') return position
    const margin = chance.percent(20)
      ? marginToFloor(chance, market, position)
      : walletFor(chance, standingOf(market, account, bucketOf(account, position)))
    return { ...position, margin: money(Decimal.max(0, margin)) }
  })
  const held = { ...account, positions: new Map(positions.map((one) => [one.instrument, one])) }
  return { ...held, cash: walletFor(chance, standingOf(market, held, crossBucket(held))) }
}

/** The margin that is used up exactly where the notional is at the floor of a tier, if that is not now. */
function marginToFloor(chance: Chance, market: Market, position: Position): Money {
  const { tiers } = instrumentOf(market, position.instrument)
  const side = sideOf(position)
  const notional = notionalOf(position.size, markOf(market, position.instrument))
  const floor = tiers[chance.below(tiers.length)]?.floor ?? NO_MONEY
  const at = floor.minus(notional).times(side).gte(0) ? notional : floor
  const required = requirement(
    instrumentOf(market, position.instrument),
    at,
    market.config.rules.closingFeeRate,
  )
  return charge(required.plus(position.entryCost).minus(at.times(side)))
}

function walletFor(
  chance: Chance,
  { requirement, unrealizedPnl, notional }: ReturnType<typeof standingOf>,
): Money {
  const beyond = chance.pick([0, '0.00000001', '0.01', '0.1', 1, 5])
  const more = beyond === '0.00000001' ? beyond : notional.times(beyond).times(chance.share())
  return charge(requirement.minus(unrealizedPnl).plus(more))
}

/** Orders that wait. They reserve initial margin, and must not move the price of a liquidation. */
function randomOrders(chance: Chance, market: Market): Account['orders'] {
  const count = chance.pick([0, 0, 1, 3])
  const orders = Array.from({ length: count }, (_, index): Order => {
    const [instrument] = chance.some(market.config.instruments, 1)
    if (!instrument) throw new Error('a market has instruments')
    return {
      id: orderId(`${SEAT}-o${index + 1}`),
      seat: SEAT,
      placedAtTick: 0,
      instrument: instrument.id,
      side: chance.pick(['buy', 'sell']),
      type: 'limit',
      quantity: quantity(instrument.sizeIncrement.times(chance.whole(1, 1000))),
      limitPrice: price(markOf(market, instrument.id)),
      triggerPrice: null,
      reduceOnly: false,
    }
  })
  return new Map(orders.map((order) => [order.id, order]))
}
