import { type BroughtRoom, OPTION_BOUNDS, type Refusal, type Reply, refusal } from '@cascade/protocol'
import { checkOpening } from './check-opening.ts'
import type { House } from './house.ts'
import { openLobby } from './open-lobby.ts'

const PROBLEM_LENGTH_MAX = 200

/** Opens a lobby whose market is the file that its host brought. A file that cannot be played is refused. */
export async function openBroughtRoom(
  house: House,
  userId: string,
  { options, prices }: BroughtRoom,
): Promise<Reply<'room.open'> | Refusal> {
  const refused = await checkOpening(house, { userId }, options)
  if (refused) return refused
  if (Buffer.byteLength(prices) > OPTION_BOUNDS.priceFileBytes.max) return refusal('prices_too_large')
  const reading = house.readPrices(prices)
  if (!reading) return refusal('busy')
  const read = await reading
  if (read.ok) return openLobby(house, userId, { options, file: read.value })
  const problems = read.problems.map((problem) => problem.slice(0, PROBLEM_LENGTH_MAX))
  return refusal('prices_not_allowed', { problems })
}
