import {
  broughtRoomReplySchema,
  type Reply,
  ROOMS_PATH,
  type RoundOptionsMessage,
  read,
  refusalSchema,
} from '@cascade/protocol'
import type { Answered } from './answer.ts'

/** A room as it is asked for, and the text of the file that holds its prices. */
export interface RoomWithPrices {
  readonly options: RoundOptionsMessage
  readonly prices: string
}

const UNREACHABLE = { ok: false, no: { refusal: 'unreachable' } } as const

/** Asks the server for a room whose prices come from a file: larger than what the live line may carry. */
export async function bringRoom(room: RoomWithPrices): Promise<Answered<Reply<'room.open'>>> {
  try {
    const response = await fetch(ROOMS_PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(room),
    })
    const answer: unknown = await response.json()
    const refusal = read(refusalSchema, answer)
    if (refusal.ok) return { ok: false, no: refusal.value }
    const reply = read(broughtRoomReplySchema, answer)
    return reply.ok ? { ok: true, value: reply.value } : { ok: false, no: { refusal: 'bad_message' } }
  } catch {
    return UNREACHABLE
  }
}
