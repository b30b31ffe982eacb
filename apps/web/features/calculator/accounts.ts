import {
  type Account,
  type InstrumentId,
  initialMargin,
  type MarginMode,
  type Market,
  minus,
  money,
  NO_MONEY,
  notionalOf,
  type OrderId,
  type Position,
  price,
  rate,
  STANDARD_RULES,
  seatId,
  size,
  sum,
  worth,
} from '@cascade/engine'
import { definitionOf, type Inputs, markFor, type PositionInputs, unitsOf } from './inputs.ts'

const SEAT = seatId('calculator')

/** The market that the inputs describe: their instruments at their marks, with their closing fee. */
export const marketOf = ({ positions, closingFee }: Inputs): Market => ({
  marks: new Map(positions.map((position) => [position.instrument, markFor(position)])),
  config: {
    instruments: positions.map(({ instrument }) => definitionOf(instrument)),
    rules: { ...STANDARD_RULES, closingFeeRate: rate(money(closingFee).div(100)) },
  },
})

/** The account that holds the positions in one margin mode, every one of them opened at its entry. */
export function accountOf({ cash, positions }: Inputs, marginMode: MarginMode): Account {
  const held = positions.map((position) => positionOf(position, marginMode))
  return {
    seat: SEAT,
    cash: minus(money(cash), sum(held.map(({ margin }) => margin))),
    settings: new Map(
      positions.map(({ instrument, leverage }) => [instrument, { marginMode, leverage: rate(leverage) }]),
    ),
    positions: new Map<InstrumentId, Position>(held.map((position) => [position.instrument, position])),
    orders: new Map<OrderId, never>(),
    realizedPnl: NO_MONEY,
    feesPaid: NO_MONEY,
    ordersPlaced: held.length,
    fills: held.length,
    liquidations: 0,
    wipedAtTick: null,
  }
}

function positionOf(inputs: PositionInputs, marginMode: MarginMode): Position {
  const { instrument, side, entry, leverage } = inputs
  const units = unitsOf(inputs)
  const at = price(entry)
  const held = size(side === 'long' ? units : units.negated())
  const margin = initialMargin(notionalOf(units, at), rate(leverage))
  return {
    instrument,
    marginMode,
    size: held,
    entryCost: worth(held, at),
    margin: marginMode === 'isolated' ? margin : NO_MONEY,
    openedAtTick: 0,
  }
}
