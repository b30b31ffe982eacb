import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { type Database, openDatabase } from '@cascade/db'
import { encode } from '@cascade/protocol'
import manifest from '../../../package.json' with { type: 'json' }
import { createAuth } from './auth/auth.ts'
import { sessionSecret } from './auth/secret.ts'
import { pause, systemClock } from './clock.ts'
import { repositoryDir, type Settings } from './env.ts'
import { createBroughtRooms } from './http/brought-rooms.ts'
import { type Hosts, hostsOf } from './http/hosts.ts'
import { Listener } from './http/listen.ts'
import { noPages, openPages } from './http/pages.ts'
import { createRouter } from './http/router.ts'
import { createTrpc } from './http/trpc.ts'
import { createLimits, type Limits } from './limits.ts'
import type { Log } from './log.ts'
import { configFor } from './rooms/config-for.ts'
import type { House } from './rooms/house.ts'
import { pricesReader } from './rooms/read-prices.ts'
import { Records } from './rounds/records.ts'
import { Registry } from './rounds/registry.ts'
import { seedSource } from './rounds/seed.ts'
import { askForWords, socketAudience } from './socket/broadcast.ts'
import type { Sockets } from './socket/connection.ts'
import { openSockets } from './socket/open-sockets.ts'
import { receiveConnections } from './socket/reception.ts'
import { rosterTeller } from './socket/roster.ts'
import { recheckSessions, requireSession } from './socket/session.ts'

/** How long the ways in stay shut while rounds are taken up again. */
const RESUME_MS_MAX = 4_000

/** A server that runs. */
export interface RunningServer {
  readonly hosts: Hosts
  readonly database: Database
  /** Stops ticking, closes sockets and database. */
  stop(): Promise<void>
}

/** Puts everything together: the port, the database, the rounds that were left open, then the ways in. */
export async function startServer(settings: Settings, log: Log): Promise<RunningServer> {
  const listener = new Listener()
  const port = await listener.listen(settings.port, settings.host)
  const hosts = hostsOf({ ...settings, port })
  const database = await openDatabase(databaseOptions(settings))
  const secret = await sessionSecret(settings.dataDir)
  const auth = createAuth({ prisma: database.prisma, hosts, secret })
  const limits = createLimits()
  const { sockets, door } = openSockets(hosts)
  const house = openHouse(settings, { database, sockets, limits, log })
  // An hour's round takes a while to carry out again: until then its people are asked to wait.
  await Promise.race([house.registry.resume(), pause(systemClock, RESUME_MS_MAX)])

  requireSession(sockets, { auth, log })
  receiveConnections(sockets, house, log)
  const stopRechecking = recheckSessions(sockets, { auth, log })
  const pages = settings.web ? await openPages({ dev: settings.dev, port }) : noPages
  const router = createRouter({
    hosts,
    limits,
    log,
    health: () => ({
      status: 'ok',
      version: manifest.version,
      rounds: house.registry.size,
      lanUrl: hosts.lanUrl,
    }),
    auth: auth.handle,
    trpc: createTrpc({ auth, log, prisma: database.prisma, journal: database.journal }),
    broughtRooms: createBroughtRooms({ auth, house }),
    sockets: (request, response) => void door.emit('request', request, response),
    pages: pages.answer,
  })
  listener.open(router, { sockets: door, pages: pages.upgrades })

  return {
    hosts,
    database,
    stop: async () => {
      stopRechecking()
      await house.registry.stop()
      sockets.disconnectSockets(true)
      await listener.close()
      await pages.close()
      await database.close()
    },
  }
}

function openHouse(
  settings: Settings,
  { database, sockets, limits, log }: { database: Database; sockets: Sockets; limits: Limits; log: Log },
): House {
  const clock = systemClock
  const records = new Records(database.prisma)
  const changed = rosterTeller(sockets, clock)
  const registry = new Registry({
    journal: database.journal,
    records,
    clock,
    log,
    owner: ownerOf(database),
    drawSeed: seedSource(settings.testSeed),
    audienceOf: (id) => socketAudience(sockets, id),
    changed,
  })
  const { testTicks, testTickMs } = settings
  return {
    registry,
    records,
    limits,
    clock,
    changed,
    askForWords:
      settings.testSeed === null
        ? ({ id, commitment }, words) =>
            askForWords(sockets, { roundId: id, commitment, words: encode([...words]) })
        : null,
    configFor: configFor({ ticks: testTicks, tickMs: testTickMs }),
    readPrices: pricesReader(),
  }
}

/**
 * The name in the leases. The lock of the data directory makes sure that an embedded database has one
 * server, which may go on at once after a kill; on a shared database a new process waits until the old
 * one's lease has run out.
 */
const ownerOf = ({ kind }: Database): string =>
  kind === 'embedded' ? 'embedded' : `server-${randomBytes(8).toString('hex')}`

const databaseOptions = ({ dataDir, databaseUrl, test }: Settings): Parameters<typeof openDatabase>[0] => ({
  dataDir,
  migrationsDir: join(repositoryDir, 'prisma', 'migrations'),
  databaseUrl: databaseUrl ?? undefined,
  // Every test has a data directory of its own; the migrated template is built once for all of them.
  cacheDir: test ? join(repositoryDir, '.cascade', 'template') : undefined,
})
