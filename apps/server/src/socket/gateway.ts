import { encode, isRefusal, problemsOf, type Refusal, refusal, UP, type UpName } from '@cascade/protocol'
import type { Limits } from '../limits.ts'
import type { Log } from '../log.ts'
import type { Connection } from './connection.ts'

const NEEDS_ACKNOWLEDGEMENT = 'needs one message and an acknowledgement'

/** What stands behind the gate. */
export interface Gate {
  /** Answers a message that has been read by the schema of its name. */
  readonly answer: (name: UpName, message: never) => Promise<object>
  readonly limits: Limits
  readonly log: Log
}

/** Opens a connection to the protocol's messages, and to nothing else. */
export function openGate(connection: Connection, gate: Gate): void {
  limitMessages(connection, gate)
  for (const name of Object.keys(UP) as UpName[]) on(connection, name, gate)
}

/**
 * The one place where a socket is listened to. A message comes in as anything at all: it is parsed into a
 * fresh value or refused, and whatever goes wrong behind it is answered as our fault and written down.
 */
function on(connection: Connection, name: UpName, { answer, log }: Gate): void {
  connection.on(name, async (...sent: unknown[]) => {
    const [message, acknowledge] = sent
    if (sent.length !== 2 || typeof acknowledge !== 'function') {
      connection.emit('refused', encode(refusal('bad_message', { problems: [NEEDS_ACKNOWLEDGEMENT] })))
      return
    }
    const reply = await replyTo(name, message, answer).catch((cause): Refusal => {
      log.error({ err: cause, message: name }, 'a message failed')
      return refusal('fault')
    })
    acknowledge(isRefusal(reply) ? reply : encode(reply))
  })
}

async function replyTo(name: UpName, message: unknown, answer: Gate['answer']): Promise<object> {
  const parsed = UP[name].message.safeParse(message)
  if (!parsed.success) return refusal('bad_message', { problems: problemsOf(parsed.error) })
  // The table pairs each schema with the answer to what it reads; over all names at once the compiler
  // cannot see it.
  return answer(name, parsed.data as never)
}

/** Runs something when the other end is gone. */
export const onLeave = (connection: Connection, run: () => void): void => {
  connection.on('disconnect', run)
}

/** Counts every message, also those with names nobody knows. Who goes on and on is cut. */
function limitMessages(connection: Connection, { limits, log }: Gate): void {
  connection.use(async ([, ...sent], next) => {
    const wait = await limits.take('messages', connection.id)
    if (wait === 0) return next()
    const acknowledge: unknown = sent.at(-1)
    if (typeof acknowledge === 'function') {
      acknowledge(refusal('rate_limited', { retryAfterMs: Math.ceil(wait) }))
    }
    if ((await limits.take('overruns', connection.id)) > 0) {
      log.warn('a socket was cut for its flood')
      connection.disconnect(true)
    }
  })
}
