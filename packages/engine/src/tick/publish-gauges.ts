import { gaugesOf } from '../cascade/gauge.ts'
import type { Decision } from '../decision.ts'

/** Tells how near every instrument is to a cascade, where trades move prices. */
export function publishGauges(decision: Decision): void {
  const { round } = decision
  if (!round.config.market.impact) return
  decision.emit({ type: 'cascade.gauged', tick: round.tick, gauges: gaugesOf(round) })
}
