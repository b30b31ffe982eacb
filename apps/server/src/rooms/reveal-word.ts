import { isRefusal, refusal } from '@cascade/protocol'
import type { Verb } from './house.ts'

/** `word.reveal`: a player shows the word whose digest came with the join. */
export const revealWord: Verb<'word.reveal'> = async ({ registry }, { userId }, { roundId, word }) => {
  const live = registry.find(roundId)
  if (isRefusal(live)) return live
  const seat = live.seatOf(userId)
  return seat === null ? refusal('not_seated') : { counted: live.words.reveal({ seat, word }) }
}
