import {
  Decimal,
  INSTRUMENTS,
  type Instrument,
  type InstrumentId,
  instrumentId,
  type Price,
  price,
  priceOnIncrement,
  type Quantity,
  quantity,
  quantityDown,
} from '@cascade/engine'

export type PositionSide = 'long' | 'short'

/** One position as it was asked for, in the plain numbers that the fields speak. */
export interface PositionInputs {
  readonly instrument: InstrumentId
  readonly side: PositionSide
  /** Units of the instrument, a multiple of its increment. */
  readonly quantity: number
  /** Simulated dollars per unit. */
  readonly entry: number
  readonly leverage: number
  /** How far the mark is from the entry, whole percent. */
  readonly move: number
}

/** Everything the calculator works from. One position per instrument, as in an account of the game. */
export interface Inputs {
  /** What the account holds before anything is opened, simulated dollars. */
  readonly cash: number
  /** Fee of closing by force, percent of the notional. */
  readonly closingFee: number
  readonly positions: readonly PositionInputs[]
}

/** What the fields and the links allow. */
export const BOUNDS = {
  cash: { min: 1, max: 100_000_000 },
  closingFee: { min: 0, max: 1 },
  leverage: { min: 1, max: 125 },
  move: { min: -60, max: 60 },
  positions: { min: 1, max: 6 },
  /** An entry may lie this many times above the price at which the game begins. */
  entryTimes: 100,
} as const

const CENT = 0.01

const held = (id: string, size: number, entry: number, move = 0): PositionInputs => ({
  instrument: instrumentId(id),
  side: 'long',
  quantity: size,
  entry,
  leverage: 5,
  move,
})

/** The $1,000 account of the lessons: three positions of $200 margin at 5×, one of them down 15 percent. */
export const EXAMPLE: Inputs = {
  cash: 1000,
  closingFee: 0,
  positions: [held('BTC', 0.02, 50_000, -15), held('ETH', 0.5, 2_000), held('SOL', 10, 100)],
}

/** The definition of an instrument of the catalogue. */
export function definitionOf(id: InstrumentId): Instrument {
  const found = INSTRUMENTS.find((instrument) => instrument.id === id)
  if (!found) throw new Error('a position is in an instrument of the catalogue')
  return found
}

/** Instruments that no position is in yet. */
export const freeInstruments = ({ positions }: Inputs): readonly Instrument[] =>
  INSTRUMENTS.filter(({ id }) => positions.every(({ instrument }) => instrument !== id))

/** The mark of a position: its entry moved by its slider, on the instrument's increment and never zero. */
export function markFor({ instrument, entry, move }: PositionInputs): Price {
  const { priceIncrement } = definitionOf(instrument)
  const moved = priceOnIncrement(new Decimal(entry).times(100 + move).div(100), priceIncrement)
  return price(Decimal.max(moved, priceIncrement))
}

/**
 * The quantity that a notional buys at an entry, at least one increment and at most the largest position. A
 * field gives back to the cent what it shows, and that must not take an increment off.
 */
export function quantityFor(position: PositionInputs, notional: number): number {
  const { instrument, entry } = position
  const isAsShown = Math.abs(notional - openedWorth(position)) < CENT
  if (isAsShown && position.quantity > 0) return position.quantity
  const { sizeIncrement, quantityMax } = definitionOf(instrument)
  const whole = quantityDown(new Decimal(notional).div(entry), sizeIncrement)
  return Decimal.max(sizeIncrement, Decimal.min(quantityMax, whole)).toNumber()
}

/** A typed price on the instrument's increment, at least one of it. */
export function entryFor({ instrument }: PositionInputs, typed: number): number {
  const { priceIncrement } = definitionOf(instrument)
  return Decimal.max(priceIncrement, priceOnIncrement(typed, priceIncrement)).toNumber()
}

/** Typed units on the instrument's increment, at least one of it. */
export function unitsFor({ instrument }: PositionInputs, typed: number): number {
  const { sizeIncrement } = definitionOf(instrument)
  return Decimal.max(sizeIncrement, new Decimal(typed).toNearest(sizeIncrement)).toNumber()
}

/** What a position was worth when it was opened, simulated dollars. */
export const openedWorth = ({ quantity: size, entry }: PositionInputs): number =>
  new Decimal(size).times(entry).toNumber()

/** Units as the engine counts them. */
export const unitsOf = (position: PositionInputs): Quantity => quantity(position.quantity)

/** A new position in an instrument, at its opening price and worth about as much as asked for. */
export function positionIn(
  instrument: Instrument,
  { notional, leverage, side }: { notional: number; leverage: number; side: PositionSide },
): PositionInputs {
  const entry = instrument.openingPrice.toNumber()
  const empty: PositionInputs = { instrument: instrument.id, side, quantity: 0, entry, leverage, move: 0 }
  return { ...empty, quantity: quantityFor(empty, notional) }
}
