import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import next from 'next'
import { repositoryDir, StartProblem } from '../env.ts'
import { sendText } from './exchange.ts'
import { setPagePolicy } from './headers.ts'
import type { NodeHandler } from './router.ts'

/** The pages: Next, mounted into this server. */
export interface Pages {
  readonly answer: NodeHandler
  /** Gets the upgrades of /_next/ (the development server's own socket). */
  readonly upgrades: Server
  close(): Promise<void>
}

/**
 * The name that the development server takes for its own, besides `localhost` and what the pages' settings
 * allow. It binds nothing.
 */
const HOSTNAME = '127.0.0.1'
const webDir = join(repositoryDir, 'apps', 'web')

/**
 * Prepares Next. It is given a server that never listens, so that it cannot hang itself onto the real one.
 */
export async function openPages({ dev, port }: { dev: boolean; port: number }): Promise<Pages> {
  if (!dev && !existsSync(join(webDir, '.next', 'BUILD_ID'))) {
    throw new StartProblem(
      'The pages are not built yet. `npm start` builds them; `npm run dev` compiles on demand.',
    )
  }
  const upgrades = createServer()
  const app = next({ dev, dir: webDir, port, hostname: HOSTNAME, httpServer: upgrades, quiet: true })
  await app.prepare()
  const handle = app.getRequestHandler()
  return {
    upgrades,
    answer: (request, response) => {
      setPagePolicy(request, response, dev)
      return handle(request, response)
    },
    close: () => app.close(),
  }
}

/** In the place of the pages, where only the interfaces are wanted. */
export const noPages: Pages = {
  upgrades: createServer(),
  answer: (_request, response) => sendText(response, 404, 'This server has no pages.'),
  close: async () => {},
}
