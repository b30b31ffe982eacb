import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import { stepFeed } from '../market/feed.ts'

/** The market's dice are thrown once for every tick, whatever the players do. */
export function movePrices(decision: Decision): void {
  const { round } = decision
  const secret = known(round.secret, 'only the whole round can be advanced')
  const { state, marks, volumes } = stepFeed(round.config, secret.seed, secret.feed)
  decision.emit({ type: 'market.moved', tick: round.tick + 1, marks, volumes, feed: state })
}
