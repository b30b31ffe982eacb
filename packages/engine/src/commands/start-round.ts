import type { StartRound } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Outcome } from '../outcome.ts'
import { rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { publishStandings } from '../tick/publish-standings.ts'

/** Opens the market. */
export function startRound(round: Round, _command: StartRound): Outcome {
  if (round.phase !== 'lobby') return reject(rejection('round_not_in_lobby'))

  const decision = new Decision(round)
  decision.emit({ type: 'round.started' })
  publishStandings(decision)
  return decision.accept()
}
