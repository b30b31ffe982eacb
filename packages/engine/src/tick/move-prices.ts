import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import { stepFeed } from '../market/feed.ts'
import { impactedPrices } from './impacted-prices.ts'
import { withShocks } from './with-shocks.ts'

/**
 * The market's dice are thrown once for every tick, whatever the players do; what they did may move the
 * prices that come of it.
 */
export function movePrices(decision: Decision): void {
  const { round } = decision
  const secret = known(round.secret, 'only the whole round can be advanced')
  const { state, marks: fed, volumes } = stepFeed(round.config, secret.key, secret.feed)
  const moved = impactedPrices(round, secret, withShocks(round, fed))
  decision.emit({ type: 'market.moved', tick: round.tick + 1, ...moved, volumes, feed: state })
}
