import {
  type Account,
  type Instrument,
  initialMargin,
  type Market,
  money,
  notionalOf,
  type Position,
  price,
  quantity,
  STANDARD_RULES,
  seatId,
  worth,
} from '@cascade/engine'
import { type GivenAccount, tiersFor } from './schema.ts'

type GivenPosition = GivenAccount['positions'][number]

/** The marks and rules that an account is judged by. */
export const marketOf = ({ positions, rules }: GivenAccount): Market => ({
  marks: new Map(positions.map(({ instrument, markPrice }) => [instrument, markPrice])),
  config: {
    instruments: positions.map((position) => instrumentFor(position, rules)),
    rules: { ...STANDARD_RULES, closingFeeRate: rules.closingFeeRate ?? STANDARD_RULES.closingFeeRate },
  },
})

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
export const accountOf = ({ mode, cash, positions }: GivenAccount): Account => ({
  seat: seatId('given'),
  cash,
  settings: new Map(
    positions.map(({ instrument, leverage }) => [instrument, { marginMode: mode, leverage }]),
  ),
  positions: new Map(positions.map((position) => [position.instrument, positionOf(position, mode)])),
  orders: new Map(),
  realizedPnl: money(0),
  feesPaid: money(0),
  ordersPlaced: 0,
  fills: 0,
  liquidations: 0,
  wipedAtTick: null,
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
