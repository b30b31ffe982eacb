import {
  type Command,
  Decimal,
  execute,
  freeMargin,
  type Instrument,
  markOf,
  money,
  openRound,
  type Price,
  price,
  quantity,
  type Round,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '../../src/index.ts'
import type { Chance } from './chance.ts'
import { onIncrement, randomInstruments, randomRules } from './random-market.ts'

const SEAT = seatId('s1')
const LEVERAGE_MAX = rate(100)
const ACTS_MOST = 30
const ROUNDS_TRIED = 20

/** A running round whose one player has come to its positions by commands; no order waits. */
export function commandedRound(chance: Chance): Round {
  for (let attempt = 0; attempt < ROUNDS_TRIED; attempt += 1) {
    const round = openScripted(chance)
    const acts = chance.whole(5, ACTS_MOST)
    for (let act = 0; act < acts; act += 1) execute(round, randomCommand(chance, round))
    for (const order of round.accounts.get(SEAT)?.orders.keys() ?? []) {
      execute(round, { type: 'order.cancel', seat: SEAT, id: null, order })
    }
    if (round.accounts.get(SEAT)?.positions.size) return round
  }
  throw new Error('a player that may trade comes to a position')
}

/** The next tick, with one mark elsewhere: whether anything of the player was closed by force. */
export function tickLiquidates(round: Round, { id }: Pick<Instrument, 'id'>, mark: Price): boolean {
  const marks = round.config.instruments.map((one) => (one.id === id ? mark : markOf(round, one.id)))
  const outcome = execute(round, { type: 'clock.advance', marks })
  if (outcome.status !== 'accepted') throw new Error(`a scripted tick with ${mark} was ${outcome.status}`)
  return outcome.events.some(({ type }) => type === 'position.liquidated')
}

function openScripted(chance: Chance): Round {
  const startingCash = money(chance.magnitude(3, 7).toDecimalPlaces(2))
  const standard = standardConfig({ id: roundId('r_law'), startingCash, leverageMax: LEVERAGE_MAX })
  const round = openRound(
    {
      ...standard,
      instruments: randomInstruments(chance, chance.whole(1, 6)),
      market: { ...standard.market, scripted: true },
      rules: { ...randomRules(chance), leverageMax: LEVERAGE_MAX },
    },
    seedFromText('law'),
  )
  execute(round, { type: 'seat.join', seat: SEAT, kind: 'automatic', character: null })
  execute(round, { type: 'round.start' })
  return round
}

/** Anything a player may do; much of it is refused, as it would be to a player. */
function randomCommand(chance: Chance, round: Round): Command {
  const instrument = round.config.instruments[chance.below(round.config.instruments.length)]
  if (!instrument) throw new Error('a round has instruments')
  const seat = { seat: SEAT, id: null, instrument: instrument.id }
  const kind = chance.below(12)
  if (kind < 2) return { type: 'clock.advance', marks: strayedMarks(chance, round) }
  if (kind === 2) {
    return { type: 'margin-mode.set', ...seat, marginMode: chance.pick(['cross', 'isolated']) }
  }
  if (kind === 3) return { type: 'leverage.set', ...seat, leverage: rate(chance.whole(1, 100)) }
  if (kind === 4) {
    const amount = money(freeOf(round).times(chance.between(-1, 1)).toDecimalPlaces(8))
    return { type: 'margin.transfer', ...seat, amount }
  }
  return randomOrder(chance, round, instrument)
}

const freeOf = (round: Round): Decimal => {
  const account = round.accounts.get(SEAT)
  return account ? Decimal.max(0, freeMargin(round, account)) : new Decimal(0)
}

const strayedMarks = (chance: Chance, round: Round): readonly Price[] =>
  round.config.instruments.map(({ id, priceIncrement }) =>
    onIncrement(markOf(round, id).times(chance.between('0.96', '1.04')), priceIncrement),
  )

/** An order for a share of what the player could afford at its leverage; some wait. */
function randomOrder(
  chance: Chance,
  round: Round,
  { id, sizeIncrement, priceIncrement }: Instrument,
): Command {
  const mark = markOf(round, id)
  const leverage = round.accounts.get(SEAT)?.settings.get(id)?.leverage ?? 1
  const affordable = freeOf(round).times(leverage).times(chance.share()).div(mark)
  const units = Decimal.max(sizeIncrement, affordable.toNearest(sizeIncrement, Decimal.ROUND_FLOOR))
  const waits = chance.percent(20)
  const buys = chance.percent(50)
  const away = onIncrement(mark.times(buys ? '0.99' : '1.01'), priceIncrement)
  return {
    type: 'order.place',
    seat: SEAT,
    id: null,
    order: {
      instrument: id,
      side: buys ? 'buy' : 'sell',
      type: waits ? 'limit' : 'market',
      quantity: quantity(units),
      limitPrice: waits ? price(away) : null,
      triggerPrice: null,
      reduceOnly: chance.percent(15),
    },
  }
}
