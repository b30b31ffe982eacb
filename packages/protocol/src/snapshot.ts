import { z } from 'zod'
import { namesSchema, roomCode, seatName } from './name.ts'
import { pastSchema } from './past.ts'
import { commitmentSchema, roundSchema } from './round.ts'
import { count } from './shape.ts'

/** All that a client needs to go on from here: sent on joining, watching, and after a gap. */
export const snapshotSchema = z.strictObject({
  /** The round as this seat may know it. */
  round: roundSchema,
  /** Who sits where; the round itself knows seats only. */
  names: namesSchema,
  tick: count,
  /** The caller's own seat, or null for one who only watches. */
  seat: seatName.nullable(),
  host: z.boolean(),
  /** The six digits of the lobby; null in a solo round. */
  roomCode: roomCode.nullable(),
  /** What binds the server to a market that it drew before anybody joined. */
  commitment: commitmentSchema,
  /** Milliseconds since 1970 on the server's clock, for the countdown only. */
  serverTimeMs: z.number(),
  /** Milliseconds until the next tick. */
  nextTickInMs: z.number(),
  /** What came before, for a caller who asked for it. */
  past: pastSchema.exactOptional(),
})

/** All that a client needs to go on from here. */
export type Snapshot = z.output<typeof snapshotSchema>
