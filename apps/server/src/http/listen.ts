import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { StartProblem } from '../env.ts'
import { pathOf, SOCKET_PATH } from './router.ts'

/** What a busy or forbidden port means for a person. */
const PORT_PROBLEMS: Readonly<Record<string, (port: number) => string>> = {
  EADDRINUSE: (port) =>
    `Port ${port} is in use by another program. ` +
    `Stop that program, or choose another port: PORT=${port + 1} npm start`,
  EACCES: (port) =>
    `This account may not listen on port ${port}. Choose a port above 1023: PORT=3000 npm start`,
  EADDRNOTAVAIL: () => 'HOST is not an address of this machine. Leave it away to listen on 127.0.0.1.',
}

/** One server, one port. What it answers is decided once everything else is there; until then it says so. */
export class Listener {
  readonly server: Server
  #answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'retry-after': '1' })
    response.end('Starting.\n')
  }

  constructor() {
    // Slow senders hold nothing open for long.
    this.server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000 }, (request, response) =>
      this.#answer(request, response),
    )
  }

  /** Takes the port; throws a StartProblem that says what to do when it cannot. */
  listen(port: number, host: string): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', (error: NodeJS.ErrnoException) => {
        const words = PORT_PROBLEMS[error.code ?? '']
        reject(words ? new StartProblem(words(port)) : error)
      })
      this.server.listen({ port, host }, () => resolve(portOf(this.server)))
    })
  }

  /**
   * From now on requests go to the router and upgrades to one of two servers that never listen themselves.
   */
  open(answer: RequestListener, upgrades: { readonly sockets: Server; readonly pages: Server }): void {
    this.#answer = answer
    this.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const path = pathOf(request)
      if (path.startsWith(SOCKET_PATH)) upgrades.sockets.emit('upgrade', request, socket, head)
      else if (path.startsWith('/_next/')) upgrades.pages.emit('upgrade', request, socket, head)
      else socket.destroy()
    })
  }

  /** Stops taking requests and cuts what is open. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve())
      this.server.closeAllConnections()
    })
  }
}

const portOf = (server: Server): number => {
  const address: AddressInfo | string | null = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}
