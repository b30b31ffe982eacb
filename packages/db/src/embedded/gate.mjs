import { timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:net'
import {
  ASK_PASSWORD,
  endsBatch,
  leavesSessionFree,
  MessageReader,
  NO_ENCRYPTION,
  WELCOME,
  WRONG_PASSWORD,
} from './wire.mjs'

/**
 * Speaks PostgreSQL's protocol for an embedded database, to several connections that share its one session.
 * A batch (everything up to a sync) is run whole: messages of two connections never mix, which would let one
 * connection bind the other's unnamed statement.
 *
 * @typedef {import('@electric-sql/pglite').PGlite} PGlite
 * @typedef {import('./lane.mjs').Lane} Lane
 * @param {{ database: PGlite, lane: Lane, password: string }} options
 */
export function createGate(options) {
  /** @type {Set<import('node:net').Socket>} */
  const sockets = new Set()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.setNoDelay(true)
    const connection = new Connection(socket, options)
    socket.on('data', (bytes) => connection.receive(bytes))
    // A client that vanished is no event: what it left open is rolled back on close.
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      sockets.delete(socket)
      connection.leave()
    })
  })
  const hangUp = () => {
    for (const socket of sockets) socket.destroy()
    server.close()
  }
  return { server, hangUp }
}

class Connection {
  #socket
  #database
  #lane
  #password
  #reader = new MessageReader()
  /** @type {Buffer[]} */
  #batch = []
  #admitted = false

  /**
   * @param {import('node:net').Socket} socket
   * @param {{ database: PGlite, lane: Lane, password: string }} options
   */
  constructor(socket, { database, lane, password }) {
    this.#socket = socket
    this.#database = database
    this.#lane = lane
    this.#password = Buffer.from(`${password}\0`)
  }

  /** @param {Buffer} bytes */
  receive(bytes) {
    this.#reader.push(bytes)
    for (let message = this.#reader.next(); message; message = this.#reader.next()) {
      if (this.#admitted) this.#take(message)
      else this.#greet(message)
    }
  }

  leave() {
    this.#lane.leave(this, async () => {
      await this.#database.exec('ROLLBACK')
    })
  }

  /** @param {import('./wire.mjs').Message} message */
  #greet({ type, body }) {
    if (type === 'encrypt') this.#socket.write(NO_ENCRYPTION)
    else if (type === 'startup') this.#socket.write(ASK_PASSWORD)
    else if (type !== 'p') this.#socket.end()
    else if (!this.#opensWith(body)) this.#socket.end(WRONG_PASSWORD)
    else {
      this.#admitted = true
      this.#socket.write(WELCOME)
    }
  }

  /** @param {Buffer} given */
  #opensWith(given) {
    return given.length === this.#password.length && timingSafeEqual(given, this.#password)
  }

  /** @param {import('./wire.mjs').Message} message */
  #take(message) {
    if (message.type === 'X') {
      this.#socket.end()
      return
    }
    this.#batch.push(message.bytes)
    if (!endsBatch(message)) return

    const batch = Buffer.concat(this.#batch)
    this.#batch = []
    this.#lane.run(this, async () => {
      const answer = await this.#database.runExclusive(() => this.#database.execProtocolRaw(batch))
      // The database reuses the memory of its answer for the next one.
      if (this.#socket.writable) this.#socket.write(Buffer.from(answer))
      return leavesSessionFree(answer) ? 'free' : 'kept'
    })
  }
}
