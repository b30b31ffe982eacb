import { checkOpening } from './check-opening.ts'
import type { Verb } from './house.ts'
import { openLobby } from './open-lobby.ts'

/** `room.open`: a lobby with a code. The caller is its host, and sits only if it joins. */
export const openRoom: Verb<'room.open'> = async (house, caller, { options }) =>
  (await checkOpening(house, caller, options)) ?? openLobby(house, caller.userId, { options })
