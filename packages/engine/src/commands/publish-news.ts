import type { PublishNews } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import { HEADLINE_MAX, isHeadline, NEWS_MAX } from '../market/news.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkShock, emitShock } from './shock-market.ts'

/** Shows everybody a headline, and gives the market the shock that it stands for, if it stands for one. */
export function publishNews(round: Round, command: PublishNews): Outcome {
  const refused = checkNews(round, command)
  if (refused) return reject(refused)

  const { headline, shock } = command
  const decision = new Decision(round)
  decision.emit({ type: 'news.published', tick: round.tick, headline })
  if (shock) emitShock(decision, shock)
  return decision.accept()
}

function checkNews(round: Round, { headline, shock }: PublishNews): Rejection | null {
  if (round.phase !== 'running') return rejection('round_not_running')
  const refused = shock ? checkShock(round, shock) : null
  if (refused) return refused
  if (!isHeadline(headline)) return rejection('headline_not_valid', { limit: String(HEADLINE_MAX) })
  if (round.news.length >= NEWS_MAX) return rejection('news_too_many', { limit: String(NEWS_MAX) })
  return null
}
