import { createServer, type Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import type { Hosts } from '../http/hosts.ts'
import { SOCKET_PATH } from '../http/router.ts'
import { SOCKETS_PER_ADDRESS_MAX } from '../limits.ts'
import type { Sockets } from './connection.ts'
import { allowHandshake } from './origin.ts'

/** Packets of clients are small: an order is 300 bytes. */
const MESSAGE_BYTES_MAX = 8_192

/**
 * The socket server, and the server that never listens through which it is handed its requests and
 * upgrades.
 */
export interface OpenSockets {
  readonly sockets: Sockets
  readonly door: HttpServer
}

/**
 * Opens the socket server. It remembers nothing of lost connections: a snapshot says more and cannot be
 * forged.
 */
export function openSockets(hosts: Hosts): OpenSockets {
  const door = createServer()
  const sockets: Sockets = new Server(door, {
    path: SOCKET_PATH,
    serveClient: false,
    transports: ['websocket', 'polling'],
    destroyUpgrade: false,
    perMessageDeflate: false,
    httpCompression: false,
    maxHttpBufferSize: MESSAGE_BYTES_MAX,
    connectTimeout: 5_000,
    pingInterval: 10_000,
    pingTimeout: 15_000,
    allowRequest: (request, verdict) => allow(request, verdict),
  })
  const allow = allowHandshake({
    hosts,
    sockets: { count: (address) => countFrom(sockets, address) },
    socketsMax: SOCKETS_PER_ADDRESS_MAX,
  })
  return { sockets, door }
}

function countFrom(sockets: Sockets, address: string): number {
  if (sockets.engine.clientsCount < SOCKETS_PER_ADDRESS_MAX) return 0
  const open = [...sockets.sockets.sockets.values()]
  return open.filter((connection) => connection.data.address === address).length
}
