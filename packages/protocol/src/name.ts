import { instrumentId, orderId, roundId, seatId } from '@cascade/engine'
import { z } from 'zod'
import { mapOf } from './shape.ts'

const ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const id = z.string().max(64).regex(ID, 'must begin with a letter and hold letters, digits, - or _')

/** The name of an instrument, for example `BTC`. */
export const instrumentName = id.transform(instrumentId)
/** A seat's public name, for example `s3`. */
export const seatName = id.transform(seatId)
/** An order's name, for example `o17`. */
export const orderName = id.transform(orderId)
/** A round's name, for example `r_9f3c`. */
export const roundName = id.transform(roundId)

/** Which automatic player, for example `trend-follower`. */
export const characterName = z
  .string()
  .max(32)
  .regex(/^[a-z][a-z-]*$/, 'must be the name of an automatic player')

/** The six digits that open a lobby. */
export const roomCode = z
  .string()
  .max(6)
  .regex(/^\d{6}$/, 'must be the six digits shown by the host')

/** The tab that sends: random, made by the client itself, not the player's identity. */
export const clientName = z
  .string()
  .max(32)
  .regex(/^[A-Za-z0-9_-]{8,32}$/, 'must be 8 to 32 letters, digits, - or _')

/**
 * Who sits where, told beside a round. A name was checked, or generated, when the seat was taken; a seat
 * whose player erased it is left out.
 */
export const namesSchema = mapOf(seatName, z.string().min(1).max(64))
