import type { IncomingMessage } from 'node:http'
import { addressOf, checkHost, checkOrigin } from '../http/guard.ts'
import type { Hosts } from '../http/hosts.ts'

/** Counts the open sockets of each address. */
export interface AddressCount {
  count(address: string): number
}

type Verdict = (problem: string | null, allowed: boolean) => void

/**
 * Whether a handshake is let in, before anything else is known of it. CORS does not apply to WebSockets:
 * without this check any page on the web could speak with the cookie of whoever looks at it.
 */
export const allowHandshake =
  ({ hosts, sockets, socketsMax }: { hosts: Hosts; sockets: AddressCount; socketsMax: number }) =>
  (request: IncomingMessage, verdict: Verdict): void => {
    const problem = checkHost(request, hosts) ?? checkOrigin(request, hosts)
    if (problem) verdict(problem.message, false)
    else if (sockets.count(addressOf(request)) >= socketsMax) verdict('Too many connections.', false)
    else verdict(null, true)
  }
