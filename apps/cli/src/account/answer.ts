import {
  type Account,
  bankruptcyPriceOf,
  exactLiquidationPriceOf,
  instrumentOf,
  isInTrouble,
  isLiquidatable,
  type Market,
  maintenanceMargin,
  type Position,
  riskOf,
  standingOf,
  sum,
  tierOf,
} from '@cascade/engine'
import { encode } from '@cascade/protocol'
import type { GivenAccount } from './schema.ts'
import { accountOf, marketOf } from './stage.ts'

/** How a whole account stands: its equity, what it needs, and the prices of each position, unrounded. */
export function accountAnswer(given: GivenAccount) {
  const market = marketOf(given)
  const account = accountOf(given)
  const risk = riskOf(market, account)
  const positions = [...account.positions.values()].map((position) =>
    positionAnswer(market, account, position),
  )
  return encode({
    mode: given.mode,
    equity: risk.equity,
    unrealizedPnl: risk.unrealizedPnl,
    initialMargin: risk.initialMargin,
    maintenanceMargin: sum(positions.map((position) => position.maintenanceMargin)),
    requirement: sum(positions.map((position) => position.requirement)),
    orderMargin: risk.orderMargin,
    freeMargin: risk.freeMargin,
    liquidatable: isInTrouble(market, account),
    positions,
  })
}

function positionAnswer(market: Market, account: Account, position: Position) {
  const { instrument, marginMode, margin } = position
  const alone = { mode: 'isolated', positions: [position], wallet: margin } as const
  const { notional, unrealizedPnl, initialMargin, requirement, equity } = standingOf(market, account, alone)
  const { maintenanceRate, maintenanceAmount } = tierOf(instrumentOf(market, instrument).tiers, notional)
  return {
    instrument,
    mode: marginMode,
    notional,
    unrealizedPnl,
    initialMargin,
    maintenanceRate,
    maintenanceAmount,
    maintenanceMargin: maintenanceMargin(instrumentOf(market, instrument), notional),
    requirement,
    liquidationPrice: exactLiquidationPriceOf(market, account, instrument),
    bankruptcyPrice: bankruptcyPriceOf(market, account, instrument),
    ...(marginMode === 'isolated' && {
      margin,
      equity,
      liquidatable: isLiquidatable(market, account, alone),
    }),
  }
}
