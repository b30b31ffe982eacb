import {
  DOWN,
  type DownMessage,
  type DownName,
  isRefusal,
  PROTOCOL_VERSION,
  type Reply,
  read,
  refusalSchema,
  UP,
  type UpName,
} from '@cascade/protocol'
import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'
import type { Answered } from './answer.ts'
import type { Connection } from './live-client.ts'
import { Cell } from './observable.ts'

/** What may be sent under a name, as JSON data. */
export type Sent<Name extends UpName> = z.input<(typeof UP)[Name]['message']>

const HEARD: { readonly [Name in DownName]: z.ZodType<DownMessage<Name>> } = DOWN
const REPLIES: { readonly [Name in UpName]: { readonly reply: z.ZodType<Reply<Name>> } } = UP

const ANSWER_MS = 8_000
const KNOCK_AGAIN_MS = 2_000

/**
 * The tab's one socket: every question gets an answer, and nothing that comes down is believed before it is
 * parsed.
 */
export class Line {
  readonly connection = new Cell<Connection>('connecting')
  readonly #socket: Socket
  readonly #onUp = new Set<() => void>()

  constructor(url?: string, options: { readonly cookie?: string } = {}) {
    const settings = {
      path: '/socket.io',
      auth: { protocol: PROTOCOL_VERSION },
      ...(options.cookie ? { extraHeaders: { cookie: options.cookie } } : {}),
    }
    this.#socket = url === undefined ? io(settings) : io(url, settings)
    this.#socket.on('connect', () => {
      this.connection.set('live')
      for (const listener of [...this.#onUp]) listener()
    })
    this.#socket.on('disconnect', (reason) => this.#lost(reason === 'io server disconnect'))
    this.#socket.on('connect_error', (error) => this.#refused(error.message))
  }

  get isUp(): boolean {
    return this.#socket.connected
  }

  /** Asks the server for something; no answer in time is an answer too. */
  ask<Name extends UpName>(
    name: Name,
    message: Sent<Name>,
    timeoutMs = ANSWER_MS,
  ): Promise<Answered<Reply<Name>>> {
    return new Promise((resolve) => {
      this.#socket.timeout(timeoutMs).emit(name, message, (error: unknown, answer: unknown) => {
        resolve(error ? { ok: false, no: { refusal: 'unreachable' } } : readAnswer(name, answer))
      })
    })
  }

  /** Hears what comes down under a name. What cannot be read is left out: the gap it leaves is noticed. */
  on<Name extends DownName>(name: Name, listener: (message: DownMessage<Name>) => void): void {
    this.#socket.on(name as string, (message: unknown) => {
      const reading = read<DownMessage<Name>>(HEARD[name], message)
      if (reading.ok) listener(reading.value)
    })
  }

  /** Calls back at every connection from now on, and at once if there is one. */
  onUp(listener: () => void): () => void {
    this.#onUp.add(listener)
    if (this.isUp) listener()
    return () => {
      this.#onUp.delete(listener)
    }
  }

  /** Connects anew, with whatever cookie the browser holds now. */
  reconnect(): void {
    this.connection.set('connecting')
    this.#socket.disconnect().connect()
  }

  close(): void {
    this.#socket.disconnect()
  }

  /** The server let the connection in and then said no: the library does not try again by itself. */
  #refused(reason: string): void {
    if (reason === 'not_signed_in') this.connection.set('signed_out')
    else if (reason === 'protocol_old') this.connection.set('outdated')
    else {
      if (this.connection.current() === 'live') this.connection.set('reconnecting')
      if (!this.#socket.active) setTimeout(() => this.#socket.connect(), KNOCK_AGAIN_MS)
    }
  }

  /** A server that hangs up by itself does not want this session back; anything else heals by itself. */
  #lost(isFinal: boolean): void {
    this.connection.set('reconnecting')
    if (isFinal) this.#socket.connect()
  }
}

function readAnswer<Name extends UpName>(name: Name, answer: unknown): Answered<Reply<Name>> {
  if (typeof answer === 'object' && answer !== null && isRefusal(answer)) {
    const no = read(refusalSchema, answer)
    return { ok: false, no: no.ok ? no.value : { refusal: 'bad_message' } }
  }
  const reply = read<Reply<Name>>(REPLIES[name].reply, answer)
  return reply.ok ? { ok: true, value: reply.value } : { ok: false, no: { refusal: 'bad_message' } }
}
