import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { Price } from '../number/units.ts'
import { checkPrice } from '../orders/request.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { impactedPrices } from './impacted-prices.ts'

/** Why these marks cannot be those of the next tick, or null. None at all suit a market that has a feed. */
export function checkMarks({ config }: Round, marks: readonly Price[] | undefined): Rejection | null {
  if (!config.market.scripted) return marks ? rejection('price_unexpected') : null
  for (const [index, instrument] of config.instruments.entries()) {
    const mark = marks?.[index]
    const refused = mark ? checkPrice(mark, instrument) : rejection('price_missing')
    if (refused) return refused
  }
  return marks && marks.length > config.instruments.length ? rejection('price_unexpected') : null
}

/**
 * The feed stands still: nothing of the market's dice is thrown for marks that were written. Where trades
 * move prices, they move these.
 */
export function writeMarks(decision: Decision, marks: readonly Price[]): void {
  const { round } = decision
  const secret = known(round.secret, 'only the whole round can be advanced')
  decision.emit({
    type: 'market.moved',
    tick: round.tick + 1,
    ...impactedPrices(round, secret, marks),
    volumes: marks.map(() => 0),
    feed: secret.feed,
  })
}
