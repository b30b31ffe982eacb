// PostgreSQL's wire protocol, as much as a local database needs:
// https://www.postgresql.org/docs/current/protocol.html

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const CANCEL_REQUEST = 80877102

/**
 * Messages after which a client waits for the answer to everything it sent: query, sync, flush, function
 * call.
 */
const ENDS_BATCH = new Set(['Q', 'S', 'H', 'F'])

/**
 * Cuts a client's bytes into whole messages. The first ones carry no type byte, later ones do.
 *
 * @typedef {{ type: string, body: Buffer, bytes: Buffer }} Message
 */
export class MessageReader {
  /** @type {Buffer} */
  #bytes = Buffer.alloc(0)
  #started = false

  /** @param {Buffer} bytes */
  push(bytes) {
    this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes])
  }

  /** @returns {Message | null} */
  next() {
    const typeBytes = this.#started ? 1 : 0
    if (this.#bytes.length < typeBytes + 4) return null
    const length = typeBytes + this.#bytes.readInt32BE(typeBytes)
    if (this.#bytes.length < length) return null

    const bytes = this.#bytes.subarray(0, length)
    this.#bytes = this.#bytes.subarray(length)
    if (this.#started)
      return { type: String.fromCharCode(bytes.readUInt8(0)), body: bytes.subarray(5), bytes }
    return { type: this.#opening(bytes), body: bytes.subarray(8), bytes }
  }

  /** @param {Buffer} bytes */
  #opening(bytes) {
    const code = bytes.readInt32BE(4)
    if (code === SSL_REQUEST || code === GSS_REQUEST) return 'encrypt'
    if (code === CANCEL_REQUEST) return 'cancel'
    this.#started = true
    return 'startup'
  }
}

/** @param {Message} message */
export const endsBatch = (message) => ENDS_BATCH.has(message.type)

/** The answer to a request for encryption: the socket stays plain, it never leaves this machine. */
export const NO_ENCRYPTION = Buffer.from('N')

export const ASK_PASSWORD = reply('R', int32(3))

/** What a client hears once it is let in, settings included. */
export const WELCOME = Buffer.concat([
  reply('R', int32(0)),
  ...Object.entries({
    server_version: '18.0',
    server_encoding: 'UTF8',
    client_encoding: 'UTF8',
    DateStyle: 'ISO, MDY',
    IntervalStyle: 'postgres',
    TimeZone: 'UTC',
    integer_datetimes: 'on',
    standard_conforming_strings: 'on',
  }).map(([name, value]) => reply('S', Buffer.from(`${name}\0${value}\0`))),
  reply('K', int32(0), int32(0)),
  reply('Z', Buffer.from('I')),
])

export const WRONG_PASSWORD = reply('E', Buffer.from('SFATAL\0VFATAL\0C28P01\0Mwrong password\0\0'))

/**
 * Whether an answer leaves the session free: it ends with "ready for query", outside a transaction.
 *
 * @param {Uint8Array} answer
 */
export function leavesSessionFree(answer) {
  const end = answer.subarray(-6)
  return end[0] === 0x5a && end[5] === 0x49
}

/**
 * @param {string} type
 * @param {Buffer[]} parts
 */
function reply(type, ...parts) {
  const body = Buffer.concat(parts)
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body])
}

/** @param {number} value */
function int32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
