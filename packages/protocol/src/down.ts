import { z } from 'zod'
import { seatSchema } from './board.ts'
import type { Encoded } from './encode.ts'
import { roundEventSchema } from './event.ts'
import { namesSchema, roomCode, roundName, seatName } from './name.ts'
import { refusalSchema } from './refusal.ts'
import { commitmentSchema, phaseSchema } from './round.ts'
import { count } from './shape.ts'
import { wordCommitmentSchema } from './word.ts'

const ofRound = { roundId: roundName }

/** What the server sends without being asked. */
export const DOWN = {
  /** What everybody may know of one tick; encoded once for the whole room. */
  frame: z.strictObject({
    ...ofRound,
    tick: count,
    events: z.array(roundEventSchema),
    /** First eight digits of the fingerprint, every ten ticks: two clients that drift apart notice. */
    fingerprint8: z
      .string()
      .regex(/^[0-9a-f]{8}$/)
      .exactOptional(),
  }),
  /** What one seat alone may know of one tick. Sent before the frame. */
  private: z.strictObject({ ...ofRound, tick: count, events: z.array(roundEventSchema) }),
  /** Who sits in the round, and who is connected. */
  roster: z.strictObject({
    ...ofRound,
    phase: phaseSchema,
    roomCode: roomCode.nullable(),
    seats: z.array(seatSchema),
    names: namesSchema,
    /** Seats with at least one open connection; automatic players are always present. */
    present: z.array(seatName),
    hostPresent: z.boolean(),
  }),
  /**
   * The lobby takes no further words, and these are the ones that it has: whoever's digest is among them
   * reveals the word now, and reveals it for this list alone.
   */
  reveal: z.strictObject({ ...ofRound, commitment: commitmentSchema, words: z.array(wordCommitmentSchema) }),
  /** The market stands still, because what happens could not be written down. */
  halted: z.strictObject({ ...ofRound, reason: z.string().max(200) }),
  /** The market goes on. */
  resumed: z.strictObject({ ...ofRound, tick: count }),
  /** The gate's no to something that had no acknowledgement. */
  refused: refusalSchema,
} as const

/** The name of a message that comes down. */
export type DownName = keyof typeof DOWN
/** A message after parsing. */
export type DownMessage<Name extends DownName> = z.output<(typeof DOWN)[Name]>

/** The socket's events that come down, for socket.io's types: JSON data, to be parsed by the client. */
export type ServerToClientEvents = {
  [Name in DownName]: (message: Encoded<DownMessage<Name>>) => void
}
