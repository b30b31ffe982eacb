import { encode, handshakeSchema, PROTOCOL_VERSION, type RefusalReason, refusal } from '@cascade/protocol'
import type { Auth } from '../auth/auth.ts'
import { addressOf } from '../http/guard.ts'
import type { Log } from '../log.ts'
import type { Connection, Sockets } from './connection.ts'

const RECHECK_MS = 60_000

interface Parts {
  readonly auth: Auth
  readonly log: Log
}

/** Lets only those in whose cookie stands for somebody and who speak this version's language. */
export function requireSession(sockets: Sockets, { auth, log }: Parts): void {
  sockets.use((connection, next) => {
    const handshake = handshakeSchema.safeParse(connection.handshake.auth)
    if (!handshake.success || handshake.data.protocol !== PROTOCOL_VERSION) return next(no('protocol_old'))
    auth.userOf(connection.request.headers).then(
      (userId) => {
        if (userId === null) return next(no('not_signed_in'))
        connection.data.userId = userId
        connection.data.address = addressOf(connection.request)
        next()
      },
      (cause) => {
        log.error({ err: cause }, 'a session could not be read')
        next(no('busy'))
      },
    )
  })
}

/** Looks at every open connection's session again, each minute: one that has ended is cut. */
export function recheckSessions(sockets: Sockets, { auth, log }: Parts): () => void {
  const timer = setInterval(async () => {
    for (const connection of sockets.sockets.sockets.values()) {
      const userId = await auth.userOf(connection.request.headers).catch((cause) => {
        log.warn({ err: cause }, 'a session could not be read again')
        return connection.data.userId
      })
      if (userId !== connection.data.userId) signOut(connection)
    }
  }, RECHECK_MS).unref()
  return () => clearInterval(timer)
}

function signOut(connection: Connection): void {
  connection.emit('refused', encode(refusal('not_signed_in')))
  connection.disconnect(true)
}

/**
 * A refusal as socket.io carries it to `connect_error`: the reason is the message, the whole of it is
 * `data`.
 */
const no = (reason: RefusalReason): Error => Object.assign(new Error(reason), { data: refusal(reason) })
