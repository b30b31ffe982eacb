import type { RoundConfig } from '@cascade/engine'
import { SCENARIOS } from '@cascade/engine'
import { planSeats } from '@cascade/players'
import { isRefusal, refusal } from '@cascade/protocol'
import { checkOpening } from './check-opening.ts'
import { drawCode, drawRoomId, drawRoundId } from './code.ts'
import type { House, Verb } from './house.ts'

const CODE_DRAWS_MAX = 20

/** `room.open`: a lobby with a code. The caller is its host, and sits only if it joins. */
export const openRoom: Verb<'room.open'> = async (house, caller, { options }) => {
  const refused = await checkOpening(house, caller, options)
  if (refused) return refused
  const roundId = drawRoundId()
  const config = house.configFor(roundId, options)
  if (isRefusal(config)) return config
  const code = await freeCode(house)
  if (code === null) return refusal('busy')
  const room = { roomId: drawRoomId(), code, title: titleOf(config) }
  const { opponents } = options
  await house.registry.open({
    card: { roundId, hostUserId: caller.userId, room },
    config,
    planned: planSeats({ opponents, first: 1 }),
    namesTaken: [],
  })
  return { roundId, roomCode: code }
}

async function freeCode({ records }: House): Promise<string | null> {
  for (let draw = 0; draw < CODE_DRAWS_MAX; draw += 1) {
    const code = drawCode()
    if (await records.isCodeFree(code)) return code
  }
  return null
}

const titleOf = ({ market }: RoundConfig): string =>
  SCENARIOS.find(({ id }) => id === market.scenario)?.title ?? market.scenario
