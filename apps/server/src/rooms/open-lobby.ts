import { type RoundConfig, SCENARIOS } from '@cascade/engine'
import { planSeats } from '@cascade/players'
import { isRefusal, type Refusal, type Reply, refusal } from '@cascade/protocol'
import { drawCode, drawRoomId, drawRoundId } from './code.ts'
import type { Wished } from './config-for.ts'
import type { House } from './house.ts'

const CODE_DRAWS_MAX = 20
/** What a room is called whose host brought the prices. */
const OWN_PRICES = 'Own prices'

/** Opens a lobby with a code for somebody who may have one. */
export async function openLobby(
  house: House,
  hostUserId: string,
  wished: Wished,
): Promise<Reply<'room.open'> | Refusal> {
  const roundId = drawRoundId()
  const config = house.configFor(roundId, wished)
  if (isRefusal(config)) return config
  const code = await freeCode(house)
  if (code === null) return refusal('busy')
  const { options, file } = wished
  await house.registry.open({
    card: { roundId, hostUserId, room: { roomId: drawRoomId(), code, title: titleOf(config) } },
    config,
    ...(file && { script: file.marks.slice(0, config.clock.ticks) }),
    planned: planSeats({ opponents: options.opponents, first: 1 }),
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

function titleOf({ market }: RoundConfig): string {
  if (market.scripted) return OWN_PRICES
  return SCENARIOS.find(({ id }) => id === market.scenario)?.title ?? market.scenario
}
