import { planSeats } from '@cascade/players'
import { isRefusal } from '@cascade/protocol'
import { checkOpening } from './check-opening.ts'
import { drawRoundId } from './code.ts'
import type { Verb } from './house.ts'
import { openMarket } from './open-market.ts'
import { takeSeat } from './take-seat.ts'

const DEFAULT_NAME = 'Player'
/** The person sits first, the automatic players after. */
const FIRST_AUTOMATIC = 2

/** `round.open`: a round for one person and automatic players, which starts at once. */
export const openSolo: Verb<'round.open'> = async (house, caller, message) => {
  const { options, name = DEFAULT_NAME, wordDigest } = message
  const refused = await checkOpening(house, caller, options)
  if (refused) return refused
  const roundId = drawRoundId()
  const config = house.configFor(roundId, { options })
  if (isRefusal(config)) return config
  const { opponents } = options
  const live = await house.registry.open({
    card: { roundId, hostUserId: caller.userId, room: null },
    config,
    planned: planSeats({ opponents, first: FIRST_AUTOMATIC }),
    namesTaken: [name],
  })
  // The automatic players' places were kept when the round was opened: this takes the first one left.
  const seated = await takeSeat(house, live, { userId: caller.userId, name, wordDigest })
  if (isRefusal(seated)) return seated
  // From now on the caller hears the round: first of all that its word is asked for.
  caller.listen(live, seated.seat)
  return (await openMarket(house, live)) ?? { roundId, roomCode: null }
}
