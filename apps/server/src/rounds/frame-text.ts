import { createHash } from 'node:crypto'
import type { Frame, Opening } from '@cascade/engine'
import { encode, journalFrameSchema, openingSchema } from '@cascade/protocol'

/** The bytes of an opening as the journal keeps them. */
export const openingBytes = (opening: Opening): Uint8Array => bytesOf(encode(opening))

/** Reads an opening back, or throws. */
export const readOpening = (bytes: Uint8Array): Opening => openingSchema.parse(parsed(bytes))

/** The bytes of a frame as the journal keeps them. */
export const frameBytes = (frame: Frame): Uint8Array => bytesOf(encode(frame))

/** Reads a frame back, or throws. */
export const readFrame = (bytes: Uint8Array): Frame => journalFrameSchema.parse(parsed(bytes))

/** The link that ties a frame to all before it. */
export const frameHash = (previous: string | null, body: Uint8Array): string =>
  createHash('sha256')
    .update(previous ?? '')
    .update(body)
    .digest('hex')

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))

const parsed = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
