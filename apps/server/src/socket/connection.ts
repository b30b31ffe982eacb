import type { ClientToServerEvents, ServerToClientEvents } from '@cascade/protocol'
import type { Server, Socket } from 'socket.io'

/** What the session says of a connection. */
export interface Identity {
  userId: string
  address: string
}

type NoServerEvents = Record<string, never>

/** The socket server with the protocol's own words. */
export type Sockets = Server<ClientToServerEvents, ServerToClientEvents, NoServerEvents, Identity>

/** One connection of a client. */
export type Connection = Socket<ClientToServerEvents, ServerToClientEvents, NoServerEvents, Identity>

/** How many packets wait to be taken by the other end: the gauge of a slow client. */
export function packetsWaiting(connection: Connection): number {
  // The library keeps the buffer private, but nothing else tells a slow client from a quick one.
  const buffer: unknown = Reflect.get(connection.conn, 'writeBuffer')
  return Array.isArray(buffer) ? buffer.length : 0
}
