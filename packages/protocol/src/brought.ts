import { z } from 'zod'
import { roundOptionsSchema } from './options.ts'
import { UP } from './up.ts'

/**
 * Where a host opens a room whose prices come from a file. A file is larger than a message of the socket may
 * be, so this one comes by HTTP.
 */
export const ROOMS_PATH = '/api/rooms'

/** The room as it is asked for, and the text of the file. */
export const broughtRoomSchema = z.strictObject({ options: roundOptionsSchema, prices: z.string() })

/** What was opened, as `room.open` says it. A refusal comes in its place. */
export const broughtRoomReplySchema = UP['room.open'].reply

/** A room with the prices of a file, after reading. */
export type BroughtRoom = z.output<typeof broughtRoomSchema>
