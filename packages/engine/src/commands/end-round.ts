import type { EndRound } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Outcome } from '../outcome.ts'
import { rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { ringBell } from '../tick/ring-bell.ts'

/** Rings the bell before the clock does. */
export function endRound(round: Round, _command: EndRound): Outcome {
  if (round.phase !== 'running') return reject(rejection('round_not_running'))

  const decision = new Decision(round)
  ringBell(decision)
  return decision.accept()
}
