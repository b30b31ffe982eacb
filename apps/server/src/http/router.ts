import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { OPTION_BOUNDS, ROOMS_PATH } from '@cascade/protocol'
import type { Limits } from '../limits.ts'
import type { Log } from '../log.ts'
import { exchange, sendJson, sendText, type WebHandler } from './exchange.ts'
import { addressOf, checkHost, checkMutation, checkOrigin, type DoorProblem } from './guard.ts'
import { setSafetyHeaders } from './headers.ts'
import type { Hosts } from './hosts.ts'

/** Answers a Node request whole. */
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void

/** What the paths lead to. */
export interface Rooms {
  readonly hosts: Hosts
  readonly limits: Limits
  readonly log: Log
  readonly health: () => unknown
  readonly auth: WebHandler
  readonly trpc: WebHandler
  /** Rooms whose prices come from a file. */
  readonly broughtRooms: WebHandler
  readonly sockets: NodeHandler
  /** Everything else. */
  readonly pages: NodeHandler
}

/** Every character of a file may be two in JSON; its own limit is smaller, and is told in words. */
const FILE_BODY_BYTES_MAX = 2 * OPTION_BOUNDS.priceFileBytes.max + 65_536

const HEALTH = '/api/health'
const STATIC_FILES = '/_next/static/'
const SIGN_IN = '/api/auth/sign-in/anonymous'

/** Where sockets live. */
export const SOCKET_PATH = '/socket.io/'

/** The one way in for requests: the door's checks first, then the room that the path names. */
export function createRouter(rooms: Rooms): RequestListener {
  return (request, response) => {
    answer(rooms, request, response).catch((cause) => {
      rooms.log.error({ err: cause }, 'a request failed')
      if (!response.headersSent)
        sendText(response, 500, 'Something went wrong here. It has been written down.')
      else response.destroy()
    })
  }
}

async function answer(rooms: Rooms, request: IncomingMessage, response: ServerResponse): Promise<void> {
  setSafetyHeaders(response)
  const path = pathOf(request)
  // A load balancer asks by address, not by name.
  if (path === HEALTH) return sendJson(response, 200, rooms.health())
  const problem = checkHost(request, rooms.hosts) ?? (await checkRate(rooms, request, path))
  if (problem) return sendText(response, problem.status, problem.message)
  if (path.startsWith(SOCKET_PATH)) return rooms.sockets(request, response)
  if (path.startsWith('/api/')) return answerInterface(rooms, { request, response, path })
  await rooms.pages(request, response)
}

async function answerInterface(
  rooms: Rooms,
  { request, response, path }: { request: IncomingMessage; response: ServerResponse; path: string },
): Promise<void> {
  const problem = checkOrigin(request, rooms.hosts) ?? checkMutation(request, rooms.hosts)
  if (problem) return sendText(response, problem.status, problem.message)
  if (path.startsWith('/api/auth/')) return exchange({ request, response }, rooms.auth)
  if (path.startsWith('/api/trpc/')) return exchange({ request, response }, rooms.trpc)
  if (path === ROOMS_PATH) return exchange({ request, response }, rooms.broughtRooms, FILE_BODY_BYTES_MAX)
  sendText(response, 404, 'There is nothing here.')
}

async function checkRate(
  { limits }: Rooms,
  request: IncomingMessage,
  path: string,
): Promise<DoorProblem | null> {
  // A class that opens its first page at once asks for hundreds of files, which cost next to nothing.
  if (path.startsWith(STATIC_FILES)) return null
  const address = addressOf(request)
  const waits = [await limits.take('requests', address)]
  if (path === SIGN_IN) waits.push(await limits.take('signIns', address))
  const longest = Math.max(...waits)
  if (longest === 0) return null
  return { status: 429, message: `Too many requests. Try again in ${Math.ceil(longest / 1_000)} s.` }
}

/** The path alone, without a query; never a whole address that a client may write into the first line. */
export function pathOf(request: IncomingMessage): string {
  const url = request.url ?? '/'
  const end = url.indexOf('?')
  return end === -1 ? url : url.slice(0, end)
}
