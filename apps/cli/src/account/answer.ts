import {
  type Account,
  bankruptcyPriceOf,
  bucketOf,
  exactLiquidationPriceOf,
  initialMargin,
  instrumentOf,
  isInTrouble,
  isLiquidatable,
  isolatedEquity,
  type Market,
  maintenanceMargin,
  markOf,
  notionalOf,
  type Position,
  type Rate,
  requirement,
  riskOf,
  sum,
  unrealizedPnl,
} from '@cascade/engine'
import { encode } from '@cascade/protocol'
import type { GivenAccount } from './schema.ts'
import { accountOf, marketOf } from './stage.ts'

/** How a whole account stands: its equity, what it needs, and the prices of each position, unrounded. */
export function accountAnswer(given: GivenAccount) {
  const market = marketOf(given)
  const account = accountOf(given)
  const risk = riskOf(market, account)
  const positions = given.positions.map(({ instrument, leverage }) =>
    positionAnswer(market, account, { instrument, leverage }),
  )
  return encode({
    mode: given.mode,
    equity: risk.equity,
    unrealizedPnl: risk.unrealizedPnl,
    initialMargin: risk.initialMargin,
    maintenanceMargin: sum(positions.map((position) => position.maintenanceMargin)),
    requirement: sum(positions.map((position) => position.requirement)),
    freeMargin: risk.freeMargin,
    liquidatable: isInTrouble(market, account),
    positions,
  })
}

function positionAnswer(
  market: Market,
  account: Account,
  { instrument: id, leverage }: { readonly instrument: Position['instrument']; readonly leverage: Rate },
) {
  const position = account.positions.get(id)
  if (!position) throw new Error(`the position in ${id} was lost`)
  const mark = markOf(market, id)
  const instrument = instrumentOf(market, id)
  const notional = notionalOf(position.size, mark)
  return {
    instrument: id,
    notional,
    unrealizedPnl: unrealizedPnl(position, mark),
    initialMargin: initialMargin(notional, leverage),
    maintenanceMargin: maintenanceMargin(instrument, notional),
    requirement: requirement(instrument, notional, market.config.rules.closingFeeRate),
    liquidationPrice: exactLiquidationPriceOf(market, account, id),
    bankruptcyPrice: bankruptcyPriceOf(market, account, id),
    ...(position.marginMode === 'isolated' && {
      margin: position.margin,
      equity: isolatedEquity(position, mark),
      liquidatable: isLiquidatable(market, account, bucketOf(account, position)),
    }),
  }
}
