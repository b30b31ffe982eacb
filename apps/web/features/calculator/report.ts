import {
  type Account,
  atRisk,
  type BucketRisk,
  bankruptcyPriceOf,
  type InstrumentId,
  initialMargin,
  instrumentOf,
  liquidationPriceOf,
  type MarginMode,
  type Market,
  type Money,
  maintenanceMargin,
  markOf,
  NO_MONEY,
  notionalOf,
  type Position,
  type Price,
  type Rate,
  rate,
  riskOf,
  sum,
  unrealizedPnl,
} from '@cascade/engine'
import { accountOf, marketOf } from './accounts.ts'
import type { Inputs } from './inputs.ts'

/** One position in one margin mode at the marks, simulated dollars. */
export interface PositionReport {
  readonly instrument: InstrumentId
  readonly mark: Price
  readonly initialMargin: Money
  readonly maintenanceMargin: Money
  readonly unrealizedPnl: Money
  /** Null when no price of this instrument alone would liquidate it. */
  readonly liquidationPrice: Price | null
  /** How far the mark is from the liquidation price, as a share of the mark. */
  readonly distance: Rate | null
  readonly bankruptcyPrice: Price | null
  /** What can be lost with it; once it is closed, the wallet that went. */
  readonly atRisk: Money
  /** Equity of the bucket that answers for it. */
  readonly backing: Money
  /** 1 as opened, 0 where its bucket is liquidated. */
  readonly buffer: number
  readonly isClosed: boolean
}

/** The account in one margin mode at the marks, simulated dollars. */
export interface AccountReport {
  readonly marginMode: MarginMode
  readonly positions: readonly PositionReport[]
  /** What the account is worth once everything that has to be closed is closed. */
  readonly equity: Money
  /** Maintenance and closing fees of what is still held. */
  readonly requirement: Money
  readonly freeMargin: Money
  /** Instruments whose bucket is liquidatable at these marks. */
  readonly closed: readonly InstrumentId[]
  /** The wallets that are gone with them. */
  readonly lost: Money
}

/** What the engine says of the inputs in one margin mode. */
export function reportOf(inputs: Inputs, marginMode: MarginMode): AccountReport {
  const market = marketOf(inputs)
  const account = accountOf(inputs, marginMode)
  const { cross, isolated } = riskOf(market, account)
  const positions = [...account.positions.values()].map((position) =>
    positionReport(market, account, { position, bucket: isolated.get(position.instrument) ?? cross }),
  )
  const closed = positions.filter(({ isClosed }) => isClosed).map(({ instrument }) => instrument)
  const after = afterClosing(account, new Set(closed))
  const risk = riskOf(market, after.account)
  const buckets = [risk.cross, ...risk.isolated.values()]
  return {
    marginMode,
    positions,
    equity: risk.equity,
    requirement: sum(buckets.map(({ requirement }) => requirement)),
    freeMargin: risk.freeMargin,
    closed,
    lost: after.lost,
  }
}

function positionReport(
  market: Market,
  account: Account,
  { position, bucket }: { position: Position; bucket: BucketRisk },
): PositionReport {
  const { instrument } = position
  const mark = markOf(market, instrument)
  const notional = notionalOf(position.size, mark)
  const liquidationPrice = liquidationPriceOf(market, account, instrument)
  const isClosed = bucket.equity.lt(bucket.requirement)
  const leverage = account.settings.get(instrument)?.leverage ?? rate(1)
  return {
    instrument,
    mark,
    initialMargin: initialMargin(notional, leverage),
    maintenanceMargin: maintenanceMargin(instrumentOf(market, instrument), notional),
    unrealizedPnl: unrealizedPnl(position, mark),
    liquidationPrice,
    distance: liquidationPrice ? rate(mark.minus(liquidationPrice).abs().div(mark)) : null,
    bankruptcyPrice: bankruptcyPriceOf(market, account, instrument),
    atRisk: isClosed ? walletOf(account, position) : atRisk(market, account, position),
    backing: bucket.equity,
    buffer: bucket.buffer,
    isClosed,
  }
}

/** The money of the bucket that answers for a position, without what it has gained or lost. */
const walletOf = (account: Account, { marginMode, margin }: Position): Money =>
  marginMode === 'cross' ? account.cash : margin

/** A liquidated bucket takes its whole wallet with it: LIQ-002 for a margin, LIQ-003 for the shared cash. */
function afterClosing(
  account: Account,
  closed: ReadonlySet<InstrumentId>,
): { account: Account; lost: Money } {
  const gone = [...account.positions.values()].filter(({ instrument }) => closed.has(instrument))
  if (gone.length === 0) return { account, lost: NO_MONEY }
  const isShared = gone.some(({ marginMode }) => marginMode === 'cross')
  const kept = [...account.positions].filter(([instrument]) => !closed.has(instrument))
  return {
    account: { ...account, positions: new Map(kept), cash: isShared ? NO_MONEY : account.cash },
    lost: isShared ? account.cash : sum(gone.map(({ margin }) => margin)),
  }
}

/** What opening everything takes out of the account at the entries, simulated dollars. */
export const openingMargin = (inputs: Inputs): Money =>
  sum([...accountOf(inputs, 'isolated').positions.values()].map(({ margin }) => margin))
