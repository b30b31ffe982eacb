import { expect, test } from 'vitest'
import { endsBatch, leavesSessionFree, MessageReader } from './wire.mjs'

const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const opening = (code: number, rest = ''): Buffer =>
  Buffer.concat([int32(8 + rest.length), int32(code), Buffer.from(rest)])

const typed = (type: string, body: string): Buffer =>
  Buffer.concat([Buffer.from(type), int32(4 + body.length), Buffer.from(body)])

const STARTUP = 196608
const SSL = 80877103
const CANCEL = 80877102

function typesOf(...chunks: Buffer[]): string[] {
  const reader = new MessageReader()
  const types: string[] = []
  for (const chunk of chunks) {
    reader.push(chunk)
    for (let message = reader.next(); message; message = reader.next()) types.push(message.type)
  }
  return types
}

test('messages are the same however the bytes arrive', () => {
  const bytes = Buffer.concat([
    opening(SSL),
    opening(STARTUP, 'user\0me\0\0'),
    typed('Q', 'select 1\0'),
    typed('X', ''),
  ])
  const expected = ['encrypt', 'startup', 'Q', 'X']
  expect(typesOf(bytes)).toEqual(expected)
  expect(typesOf(...[...bytes].map((byte) => Buffer.from([byte])))).toEqual(expected)
})

test('a cancel request is told from a startup', () => {
  expect(typesOf(opening(CANCEL, '12345678'))).toEqual(['cancel'])
})

test('after the startup nothing is taken for an opening message again', () => {
  const disguised = typed('P', '\u0003\0\0 rest')
  expect(typesOf(Buffer.concat([opening(STARTUP), disguised]))).toEqual(['startup', 'P'])
})

test.each`
  type   | ends
  ${'P'} | ${false}
  ${'B'} | ${false}
  ${'E'} | ${false}
  ${'S'} | ${true}
  ${'Q'} | ${true}
  ${'H'} | ${true}
`('a message of type $type ends a batch: $ends', ({ type, ends }) => {
  expect(endsBatch({ type, body: Buffer.alloc(0), bytes: Buffer.alloc(0) })).toBe(ends)
})

test.each`
  status                | answer             | free
  ${'idle'}             | ${typed('Z', 'I')} | ${true}
  ${'in a transaction'} | ${typed('Z', 'T')} | ${false}
  ${'in a failed one'}  | ${typed('Z', 'E')} | ${false}
  ${'not ready yet'}    | ${typed('1', '')}  | ${false}
  ${'nothing said'}     | ${Buffer.alloc(0)} | ${false}
`('a session is free only when it is ready outside a transaction: $status', ({ answer, free }) => {
  expect(leavesSessionFree(answer)).toBe(free)
})
