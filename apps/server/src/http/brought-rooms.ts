import { broughtRoomSchema, encode, isRefusal, type Refusal, read, refusal } from '@cascade/protocol'
import type { Auth } from '../auth/auth.ts'
import type { House } from '../rooms/house.ts'
import { openBroughtRoom } from '../rooms/open-brought-room.ts'
import type { WebHandler } from './exchange.ts'

const STATUS: Readonly<Partial<Record<Refusal['refusal'], number>>> = {
  not_signed_in: 401,
  bad_message: 400,
  prices_too_large: 413,
  prices_not_allowed: 422,
  options_not_allowed: 422,
  character_unknown: 422,
}
const NOT_NOW = 429

/** Opens rooms whose prices come from a file, for the user of the request's cookie. */
export const createBroughtRooms =
  ({ auth, house }: { readonly auth: Auth; readonly house: House }): WebHandler =>
  async (request) => {
    if (request.method !== 'POST') return new Response('Send a room.\n', { status: 405 })
    const answer = await answerTo(request, { auth, house })
    if (!isRefusal(answer)) return Response.json(encode(answer))
    return Response.json(answer, { status: STATUS[answer.refusal] ?? NOT_NOW })
  }

async function answerTo(request: Request, { auth, house }: { auth: Auth; house: House }) {
  const userId = await auth.userOf(request.headers)
  if (userId === null) return refusal('not_signed_in')
  const asked = read(broughtRoomSchema, await request.json().catch(() => null))
  if (!asked.ok) return refusal('bad_message', { problems: asked.problems })
  return openBroughtRoom(house, userId, asked.value)
}
