import {
  type Account,
  bankruptcyPriceOf,
  entryPrice,
  exactLiquidationPriceOf,
  type InstrumentId,
  initialMargin,
  instrumentOf,
  liquidationPriceOf,
  type MarginMode,
  type Money,
  maintenanceMargin,
  markOf,
  notionalOf,
  type Position,
  type Price,
  type Rate,
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
  readonly leverage: Rate
  readonly entryPrice: Price
  readonly markPrice: Price
  readonly notional: Money
  readonly unrealizedPnl: Money
  /** Zero in cross mode. */
  readonly margin: Money
  readonly initialMargin: Money
  readonly maintenanceMargin: Money
  /** Of the bucket that answers for it: in cross mode the shared equity, and what all of them require. */
  readonly equity: Money
  readonly requirement: Money
  /** As it is shown to a player: rounded to the price increment, against the player. */
  readonly liquidationPrice: Price | null
  /** The same before it is rounded. */
  readonly exactLiquidationPrice: Price | null
  readonly bankruptcyPrice: Price | null
}

/** How one account stands at the marks. */
export interface AccountReport {
  readonly seat: SeatId
  readonly cash: Money
  readonly equity: Money
  readonly unrealizedPnl: Money
  readonly realizedPnl: Money
  readonly feesPaid: Money
  readonly initialMargin: Money
  /** What waiting orders set aside. */
  readonly orderMargin: Money
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
    unrealizedPnl: risk.unrealizedPnl,
    realizedPnl: account.realizedPnl,
    feesPaid: account.feesPaid,
    initialMargin: risk.initialMargin,
    orderMargin: risk.orderMargin,
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
  const markPrice = markOf(round, instrument)
  const notional = notionalOf(size, markPrice)
  const leverage = account.settings.get(instrument)?.leverage ?? round.config.rules.defaultLeverage
  return {
    instrument,
    marginMode,
    size,
    leverage,
    entryPrice: entryPrice(position),
    markPrice,
    notional,
    unrealizedPnl: unrealizedPnl(position, markPrice),
    margin,
    initialMargin: initialMargin(notional, leverage),
    maintenanceMargin: maintenanceMargin(instrumentOf(round, instrument), notional),
    equity: bucket.equity,
    requirement: bucket.requirement,
    liquidationPrice: liquidationPriceOf(round, account, instrument),
    exactLiquidationPrice: exactLiquidationPriceOf(round, account, instrument),
    bankruptcyPrice: bankruptcyPriceOf(round, account, instrument),
  }
}
