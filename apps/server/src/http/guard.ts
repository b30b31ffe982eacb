import type { IncomingMessage } from 'node:http'
import type { Hosts } from './hosts.ts'

/** Why a request is turned away at the door. */
export type DoorProblem = { readonly status: 403 | 415 | 421 | 429; readonly message: string }

/** Checks who is spoken to: a page that made its own name point here is not answered. */
export function checkHost(request: IncomingMessage, hosts: Hosts): DoorProblem | null {
  if (hosts.allowsHost(request.headers.host)) return null
  return { status: 421, message: 'This server does not answer to that name. Set PUBLIC_URL if it should.' }
}

/** Checks who speaks: browsers name the page a request comes from, and only our own pages may ask. */
export function checkOrigin(request: IncomingMessage, hosts: Hosts): DoorProblem | null {
  const { origin } = request.headers
  if (origin === undefined || hosts.allowsOrigin(origin)) return null
  return { status: 403, message: 'Requests from other sites are not allowed.' }
}

/** Checks what may change something: our own page, by name, with JSON, which no foreign form can send. */
export function checkMutation(request: IncomingMessage, hosts: Hosts): DoorProblem | null {
  if (request.method === 'GET' || request.method === 'HEAD') return null
  if (request.headers.origin === undefined || !hosts.allowsOrigin(request.headers.origin)) {
    return { status: 403, message: 'Changes are only accepted from our own pages.' }
  }
  const contentType = request.headers['content-type']
  if (contentType === undefined || /^application\/json\b/i.test(contentType)) return null
  return { status: 415, message: 'Send application/json.' }
}

/** The address of the other end. Never a forwarded header: anybody can write one. */
export const addressOf = (request: IncomingMessage): string => request.socket.remoteAddress ?? 'unknown'
