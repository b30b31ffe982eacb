import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { DOWN } from './down.ts'
import { journalFrameSchema, openingSchema, replayFileSchema } from './record.ts'
import { refusalSchema } from './refusal.ts'
import { roundSchema } from './round.ts'
import { handshakeSchema, UP } from './up.ts'
import { PROTOCOL_VERSION } from './version.ts'

/**
 * When this changes: would an older client or journal still be understood? If not, raise the version. Then
 * write both.
 */
const KNOWN = { version: 7, hash: 'b06d26e2e003fa63' }

const textOf = (schema: z.ZodType): string => JSON.stringify(z.toJSONSchema(schema, { io: 'input' }))

test('a change of any schema is noticed', () => {
  const up = Object.entries(UP).flatMap(([name, { message, reply }]) => [
    name,
    textOf(message),
    textOf(reply),
  ])
  const down = Object.entries(DOWN).flatMap(([name, schema]) => [name, textOf(schema)])
  const kept = [journalFrameSchema, openingSchema, replayFileSchema, roundSchema].map(textOf)
  const all = [...up, ...down, ...kept, textOf(refusalSchema), textOf(handshakeSchema)]
  const hash = createHash('sha256').update(all.join('\n')).digest('hex').slice(0, 16)
  expect({ version: PROTOCOL_VERSION, hash }).toEqual(KNOWN)
})
