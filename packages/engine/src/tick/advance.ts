import type { AdvanceClock } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import { checkInvariants } from '../invariants.ts'
import type { Outcome } from '../outcome.ts'
import { rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { liquidate } from './liquidate.ts'
import { movePrices } from './move-prices.ts'
import { payFunding } from './pay-funding.ts'
import { publishGauges } from './publish-gauges.ts'
import { publishStandings } from './publish-standings.ts'
import { ringBell } from './ring-bell.ts'
import { checkMarks, writeMarks } from './scripted-marks.ts'
import { triggerOrders } from './trigger-orders.ts'

/** Moves the round on by one tick: the steps of docs/rules/round.md, in their order. */
export function advance(round: Round, { marks }: AdvanceClock): Outcome {
  if (round.phase !== 'running') return reject(rejection('round_not_running'))
  const refused = checkMarks(round, marks)
  if (refused) return reject(refused)

  const decision = new Decision(round)
  if (marks) writeMarks(decision, marks)
  else movePrices(decision)
  settleTick(decision)
  return decision.accept()
}

/** Everything that follows from new marks, in order; then what must be true is checked. */
function settleTick(decision: Decision): void {
  const { round } = decision
  triggerOrders(decision)
  payFunding(decision)
  liquidate(decision)
  const isLast = round.tick >= round.config.clock.ticks
  if (isLast) ringBell(decision)
  else if (round.tick % round.config.standingsEvery === 0) {
    publishStandings(decision)
    publishGauges(decision)
  }
  checkInvariants(round)
}
