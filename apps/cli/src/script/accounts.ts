import {
  type Account,
  bankruptcyPriceOf,
  entryPrice,
  type InstrumentId,
  liquidationPriceOf,
  type MarginMode,
  type Money,
  markOf,
  type Position,
  type Price,
  type Risk,
  type Round,
  riskOf,
  type SeatId,
  type Size,
  unrealizedPnl,
} from '@cascade/engine'

/** How one position stands at the marks. */
export interface PositionReport {
  readonly instrument: InstrumentId
  readonly marginMode: MarginMode
  readonly size: Size
  readonly entryPrice: Price
  readonly markPrice: Price
  readonly unrealizedPnl: Money
  /** Zero in cross mode. */
  readonly margin: Money
  /** Of the bucket that answers for it: in cross mode the shared equity, and what all of them require. */
  readonly equity: Money
  readonly requirement: Money
  /** As it is shown to a player: rounded to the price increment, against the player. */
  readonly liquidationPrice: Price | null
  readonly bankruptcyPrice: Price | null
}

/** How one account stands at the marks. */
export interface AccountReport {
  readonly seat: SeatId
  readonly cash: Money
  readonly equity: Money
  readonly freeMargin: Money
  readonly wiped: boolean
  readonly wipedAtTick: number | null
  readonly liquidations: number
  readonly openOrders: readonly string[]
  readonly positions: readonly PositionReport[]
}

/** Every account of the round, in the order of the seats. */
export const accountReports = (round: Round): readonly AccountReport[] =>
  [...round.accounts.values()].map((account) => accountReport(round, account))

function accountReport(round: Round, account: Account): AccountReport {
  const risk = riskOf(round, account)
  return {
    seat: account.seat,
    cash: account.cash,
    equity: risk.equity,
    freeMargin: risk.freeMargin,
    wiped: account.wipedAtTick !== null,
    wipedAtTick: account.wipedAtTick,
    liquidations: account.liquidations,
    openOrders: [...account.orders.keys()],
    positions: [...account.positions.values()].map((position) =>
      positionReport(round, account, { position, risk }),
    ),
  }
}

function positionReport(
  round: Round,
  account: Account,
  { position, risk }: { readonly position: Position; readonly risk: Risk },
): PositionReport {
  const { instrument, marginMode, size, margin } = position
  const bucket = risk.isolated.get(instrument) ?? risk.cross
  return {
    instrument,
    marginMode,
    size,
    entryPrice: entryPrice(position),
    markPrice: markOf(round, instrument),
    unrealizedPnl: unrealizedPnl(position, markOf(round, instrument)),
    margin,
    equity: bucket.equity,
    requirement: bucket.requirement,
    liquidationPrice: liquidationPriceOf(round, account, instrument),
    bankruptcyPrice: bankruptcyPriceOf(round, account, instrument),
  }
}
