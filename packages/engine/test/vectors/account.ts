import {
  type Account,
  deriveTiers,
  emptyAccount,
  type Instrument,
  instrumentId,
  type MarginMode,
  type Market,
  money,
  type Position,
  price,
  quantity,
  rate,
  STANDARD_RULES,
  seatId,
  size,
  worth,
} from '../../src/index.ts'
import type { Row } from './rows.ts'

/** One position of somebody's worked example, at the leverage it is held at. */
export interface GivenPosition {
  readonly instrument: string
  readonly size: string
  readonly entryPrice: string
  readonly markPrice: string
  readonly leverage: string
  /** Isolated only. */
  readonly margin?: string
  /** Floor and maintenance rate of each tier. */
  readonly tiers: readonly (readonly [string, string])[]
}

/** A whole account of somebody's worked example, and what is printed about it. */
export interface AccountRow extends Row {
  readonly mode: MarginMode
  readonly cash: string
  readonly closingFeeRate: string
  readonly positions: readonly GivenPosition[]
  readonly expected: {
    readonly equity?: string
    readonly freeMargin?: string
    readonly initialMargin?: string
    readonly maintenanceMargin?: string
    readonly requirement?: string
    readonly liquidatable?: boolean
    /** The instruments whose isolated bucket alone is liquidatable. */
    readonly liquidated?: readonly string[]
    readonly unrealizedPnls?: Readonly<Record<string, string>>
    readonly bankruptcyPrices?: Readonly<Record<string, string | null>>
  }
}

/** The marks and rules the example is judged by. */
export const marketOf = ({ positions, closingFeeRate }: AccountRow): Market => ({
  marks: new Map(positions.map((held) => [instrumentId(held.instrument), price(held.markPrice)])),
  config: {
    instruments: positions.map(instrumentFor),
    rules: { ...STANDARD_RULES, closingFeeRate: rate(closingFeeRate) },
  },
})

const instrumentFor = ({ instrument, markPrice, tiers }: GivenPosition): Instrument => ({
  id: instrumentId(instrument),
  name: instrument,
  class: 'MAJ1',
  openingPrice: price(markPrice),
  priceIncrement: price('0.000001'),
  sizeIncrement: quantity('0.000001'),
  quantityMax: quantity(1_000_000_000),
  tiers: deriveTiers(tiers.map(([floor, maintenanceRate]) => ({ floor, maintenanceRate }))),
})

/** The account as the engine holds it. */
export const accountOf = ({ mode, cash, positions }: AccountRow): Account => ({
  ...emptyAccount(
    seatId('s1'),
    new Map(
      positions.map(({ instrument, leverage }) => [
        instrumentId(instrument),
        { marginMode: mode, leverage: rate(leverage) },
      ]),
    ),
  ),
  cash: money(cash),
  positions: new Map(
    positions.map((given) => [instrumentId(given.instrument), positionOf(given, mode)] as const),
  ),
})

const positionOf = (given: GivenPosition, marginMode: MarginMode): Position => ({
  instrument: instrumentId(given.instrument),
  marginMode,
  size: size(given.size),
  entryCost: worth(size(given.size), price(given.entryPrice)),
  margin: money(given.margin ?? 0),
  openedAtTick: 0,
})
