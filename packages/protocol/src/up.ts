import { z } from 'zod'
import { answerSchema } from './answer.ts'
import { commandIdSchema } from './command.ts'
import type { Encoded } from './encode.ts'
import { askedHeadline, askedShock } from './host-act.ts'
import { intentSchema } from './intent.ts'
import { characterName, roomCode, roundName, seatName } from './name.ts'
import { nickname } from './nickname.ts'
import { roundOptionsSchema } from './options.ts'
import type { Refusal } from './refusal.ts'
import { phaseSchema } from './round.ts'
import { count } from './shape.ts'
import { snapshotSchema } from './snapshot.ts'
import { wordDigestSchema, wordSchema } from './word.ts'

/** Who sits down: the name, and the digest of a word that may become a part of the market's key. */
const sitter = { name: nickname, wordDigest: wordDigestSchema.exactOptional() }
const ofRound = z.strictObject({ roundId: roundName })
const done = z.strictObject({ done: z.literal(true) })
const opened = z.strictObject({ roundId: roundName, roomCode: roomCode.nullable() })

/** What a client may send, and what it hears back when the gate lets it in. No message says who sends it. */
export const UP = {
  /** Makes a solo round, seats the caller and the chosen automatic players, and starts it at once. */
  'round.open': {
    message: z.strictObject({
      kind: z.literal('solo'),
      name: nickname.exactOptional(),
      wordDigest: wordDigestSchema.exactOptional(),
      options: roundOptionsSchema,
    }),
    reply: opened,
  },
  /** Makes a lobby with a code; the caller is its host. */
  'room.open': { message: z.strictObject({ options: roundOptionsSchema }), reply: opened },
  /** Asks what a code leads to. */
  'room.look': {
    message: z.strictObject({ code: roomCode }),
    reply: z.strictObject({ roundId: roundName, title: z.string(), phase: phaseSchema, seats: count }),
  },
  /** Takes a seat, or gives the one this person already has. */
  'round.join': {
    message: z.union([
      z.strictObject({ roundId: roundName, ...sitter }),
      z.strictObject({ code: roomCode, ...sitter }),
    ]),
    reply: z.strictObject({ roundId: roundName, seat: seatName, snapshot: snapshotSchema }),
  },
  /**
   * Listens to a round, also again after a lost connection. On request the snapshot tells the past too: all
   * of it, or what came after the last frame the client has.
   */
  'round.watch': {
    message: z.strictObject({
      roundId: roundName,
      lastTick: count.exactOptional(),
      past: z.literal(true).exactOptional(),
    }),
    reply: z.strictObject({ snapshot: snapshotSchema, seat: seatName.nullable(), host: z.boolean() }),
  },
  /** Reveals the caller's word, after `reveal` has come down. Not counted: too late, or another word. */
  'word.reveal': {
    message: z.strictObject({ roundId: roundName, word: wordSchema }),
    reply: z.strictObject({ counted: z.boolean() }),
  },
  /** Opens the market. The host's. */
  'round.start': { message: ofRound, reply: done },
  /** Rings the bell. The host's. */
  'round.end': { message: ofRound, reply: done },
  /** Gives the running market a shock. The host's, in a room. */
  'market.shock': {
    message: z.strictObject({ roundId: roundName, shock: askedShock }),
    reply: z.strictObject({ answer: answerSchema }),
  },
  /** Shows everybody a headline, with a shock behind it or without. The host's, in a room. */
  'news.publish': {
    message: z.strictObject({
      roundId: roundName,
      headline: askedHeadline,
      shock: askedShock.nullable(),
    }),
    reply: z.strictObject({ answer: answerSchema }),
  },
  /** Seats an automatic player. The host's, in the lobby. */
  'player.add': {
    message: z.strictObject({ roundId: roundName, character: characterName }),
    reply: z.strictObject({ seat: seatName }),
  },
  /** Takes an automatic player's seat away. The host's, in the lobby. */
  'player.remove': { message: z.strictObject({ roundId: roundName, seat: seatName }), reply: done },
  /** A player's command, named so that a retry takes effect once. */
  command: {
    message: z.strictObject({ roundId: roundName, id: commandIdSchema, command: intentSchema }),
    reply: z.strictObject({ answer: answerSchema }),
  },
} as const

/** The name of a message that goes up. */
export type UpName = keyof typeof UP
/** A message after parsing. */
export type UpMessage<Name extends UpName> = z.output<(typeof UP)[Name]['message']>
/** What the gate answers when it lets a message in, as domain values. */
export type Reply<Name extends UpName> = z.output<(typeof UP)[Name]['reply']>
/** What comes back on the socket: the reply as JSON data, or the gate's no. */
export type Ack<Name extends UpName> = Encoded<Reply<Name>> | Refusal

/** The socket's events that go up, for socket.io's types. */
export type ClientToServerEvents = {
  [Name in UpName]: (
    message: z.input<(typeof UP)[Name]['message']>,
    acknowledge: (answer: Ack<Name>) => void,
  ) => void
}

/** What a client says of itself in the handshake; who it is, the session cookie says. */
export const handshakeSchema = z.strictObject({ protocol: z.int() })
