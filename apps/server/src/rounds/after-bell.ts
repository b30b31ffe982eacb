import { type Command, type Round, rejection } from '@cascade/engine'
import type { Reply } from './inbox.ts'

/**
 * What a command hears that comes after the bell. Nothing can change any more, so nothing is written down:
 * a retry gets the answer it already has, everything else hears that the round is over.
 */
export function answerAfterBell(round: Round, command: Command): Reply {
  const earlier = 'id' in command && command.id ? earlierAnswer(round, command.seat, command.id) : undefined
  return earlier ?? { ok: false, tick: round.tick, rejection: rejection('round_over') }
}

function earlierAnswer(round: Round, seat: string, id: { readonly client: string; readonly n: number }) {
  const receipts = round.receipts.get(`${seat}/${id.client}`)
  return receipts?.kept.find(({ n }) => n === id.n)?.answer
}
