import { characterOf } from '@cascade/players'
import { type Refusal, type RoundOptions, refusal } from '@cascade/protocol'
import type { Caller, House } from './house.ts'

/** How many rounds that are not over one person may have open. */
const OPEN_PER_USER_MAX = 5
/** How many this server plays at once. */
const OPEN_MAX = 500

/** Why somebody may not open a round right now, or null. */
export async function checkOpening(
  { registry, limits }: House,
  { userId }: Pick<Caller, 'userId'>,
  { opponents }: RoundOptions,
): Promise<Refusal | null> {
  const stranger = opponents.find(({ character }) => !characterOf(character))
  if (stranger) return refusal('character_unknown', { problems: [stranger.character] })
  const open = registry.all.filter((live) => !live.over)
  const own = open.filter((live) => live.isHost(userId))
  if (open.length >= OPEN_MAX || own.length >= OPEN_PER_USER_MAX) return refusal('busy')
  const wait = await limits.take('openings', userId)
  return wait > 0 ? refusal('rate_limited', { retryAfterMs: Math.ceil(wait) }) : null
}
