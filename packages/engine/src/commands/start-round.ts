import type { RevealedWord, StartRound } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import { wordDigest } from '../fairness.ts'
import type { Outcome } from '../outcome.ts'
import { rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { publishStandings } from '../tick/publish-standings.ts'

/** Opens the market, with the players' words in its key where some were revealed. */
export function startRound(round: Round, { words }: StartRound): Outcome {
  if (round.phase !== 'lobby') return reject(rejection('round_not_in_lobby'))
  if (words && !areCommitted(round, words)) return reject(rejection('word_not_committed'))

  const decision = new Decision(round)
  decision.emit({ type: 'round.started', ...(words && { words }) })
  publishStandings(decision)
  return decision.accept()
}

/** Whether each word is the one whose digest its seat gave, and each seat has one at most. */
function areCommitted({ seats }: Round, words: readonly RevealedWord[]): boolean {
  const isOnce = new Set(words.map(({ seat }) => seat)).size === words.length
  return isOnce && words.every(({ seat, word }) => seats.get(seat)?.wordDigest === wordDigest(word))
}
