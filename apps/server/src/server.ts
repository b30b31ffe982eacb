import { createServer } from 'node:http'
import { join } from 'node:path'
import { openDatabase } from '@cascade/db'
import manifest from '../../../package.json' with { type: 'json' }
import { createAuth } from './auth/auth.ts'
import { sessionSecret } from './auth/secret.ts'
import { repositoryDir, type Settings } from './env.ts'
import { type Hosts, hostsOf } from './http/hosts.ts'
import { Listener } from './http/listen.ts'
import { noPages, openPages } from './http/pages.ts'
import { createRouter } from './http/router.ts'
import { createTrpc } from './http/trpc.ts'
import { createLimits } from './limits.ts'
import type { Log } from './log.ts'

/** A server that runs. */
export interface RunningServer {
  readonly hosts: Hosts
  /** Settles when the embedded database has died by itself. */
  readonly lost: Promise<Error>
  /** Stops ticking, closes sockets and database. */
  stop(): Promise<void>
}

/** Puts everything together, from the port to the pages. */
export async function startServer(settings: Settings, log: Log): Promise<RunningServer> {
  const listener = new Listener()
  const port = await listener.listen(settings.port, settings.host)
  const hosts = hostsOf({ ...settings, port })
  const database = await openDatabase(databaseOptions(settings))
  const limits = createLimits()
  const secret = await sessionSecret(settings.dataDir)
  const auth = createAuth({ prisma: database.prisma, hosts, secret })
  const pages = settings.web ? await openPages({ dev: settings.dev, port, hostname: settings.host }) : noPages
  const trpc = createTrpc({ auth, log, prisma: database.prisma, journal: database.journal })
  const router = createRouter({
    hosts,
    limits,
    log,
    health: () => ({ status: 'ok', version: manifest.version, rounds: 0 }),
    auth: auth.handle,
    trpc,
    sockets: () => {},
    pages: pages.answer,
  })
  listener.open(router, { sockets: createServer(), pages: pages.upgrades })
  return {
    hosts,
    lost: database.lost,
    stop: async () => {
      await listener.close()
      await pages.close()
      await database.close()
    },
  }
}

const databaseOptions = ({ dataDir, databaseUrl }: Settings): Parameters<typeof openDatabase>[0] => ({
  dataDir,
  migrationsDir: join(repositoryDir, 'prisma', 'migrations'),
  databaseUrl: databaseUrl ?? undefined,
})
