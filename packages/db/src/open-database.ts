import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import type pg from 'pg'
import { lockDirectory } from './embedded/directory-lock.ts'
import type { CheckpointLimits, Embedded } from './embedded/start.ts'
import { hasCluster, startEmbedded } from './embedded/start.ts'
import { copyTemplate } from './embedded/template.ts'
import { PrismaClient } from './generated/client.ts'
import type { Journal } from './journal/journal.ts'
import { storedJournal } from './journal/stored.ts'
import { applyMigrations } from './migrations/apply-migrations.ts'
import type { Migration } from './migrations/read-migrations.ts'
import { historyKey, readMigrations } from './migrations/read-migrations.ts'
import type { PoolSize } from './pools.ts'
import { EMBEDDED_POOLS, journalPool, POSTGRES_POOLS } from './pools.ts'

export type DatabaseOptions = {
  /** Where the embedded database lives. Only one process at a time may open it. Unused with `databaseUrl`. */
  readonly dataDir: string
  /** The directory of migrations that the database is brought up to before anything else. */
  readonly migrationsDir: string
  /** A PostgreSQL server to use instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  /** Where migrated templates are kept, `template` beside the data directory if not given. */
  readonly cacheDir?: string | undefined
  /** The entry file of the database's thread, if it is not beside this module. */
  readonly workerUrl?: URL | undefined
  /** How long a lease runs after its last append, in ms. */
  readonly leaseMs?: number | undefined
  readonly checkpoints?: CheckpointLimits | undefined
}

export type Database = {
  readonly kind: 'embedded' | 'postgres'
  /** How to connect with `pg`. */
  readonly connection: pg.PoolConfig
  /**
   * Everything but the journal. Keep transactions short: an embedded database does nothing else meanwhile.
   */
  readonly prisma: PrismaClient
  readonly journal: Journal
  /** Settles if an embedded database dies by itself. Nothing works after it but a new process. */
  readonly lost: Promise<Error>
  close(): Promise<void>
}

/**
 * Opens the database of this process, migrated: the server at `databaseUrl`, or an embedded one in `dataDir`.
 * Throws DataDirectoryInUse or MigrationProblem.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const migrations = readMigrations(options.migrationsDir)
  if (options.databaseUrl) return openPostgres(options.databaseUrl, { ...options, migrations })
  return openEmbedded({ ...options, migrations })
}

type Opening = DatabaseOptions & { readonly migrations: readonly Migration[] }

async function openPostgres(databaseUrl: string, { migrations, leaseMs }: Opening): Promise<Database> {
  const connection = { connectionString: databaseUrl }
  await applyMigrations(connection, migrations)
  const clients = connect({ connection, size: POSTGRES_POOLS, leaseMs })
  return {
    kind: 'postgres',
    connection,
    prisma: clients.prisma,
    journal: clients.journal,
    lost: new Promise(() => undefined),
    close: clients.disconnect,
  }
}

async function openEmbedded(options: Opening): Promise<Database> {
  const dataDir = resolve(options.dataDir)
  const lock = await lockDirectory(dataDir)
  try {
    if (!hasCluster(dataDir)) await copyTemplate(dataDir, template(dataDir, options))
    const embedded = await startMigrated(dataDir, options)
    const { connection, lost } = embedded
    const clients = connect({ connection, size: EMBEDDED_POOLS, leaseMs: options.leaseMs })
    return {
      kind: 'embedded',
      connection,
      prisma: clients.prisma,
      journal: clients.journal,
      lost,
      async close() {
        await clients.disconnect()
        await embedded.stop()
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function startMigrated(dataDir: string, options: Opening): Promise<Embedded> {
  const { workerUrl, checkpoints } = options
  const embedded = await startEmbedded({ dataDir, workerUrl, checkpoints })
  try {
    await applyMigrations(embedded.connection, options.migrations)
    return embedded
  } catch (error) {
    await embedded.stop()
    throw error
  }
}

function template(dataDir: string, options: Opening) {
  return {
    cacheDir: resolve(options.cacheDir ?? join(dirname(dataDir), 'template')),
    key: historyKey(options.migrations),
    async build(directory: string) {
      mkdirSync(directory, { recursive: true, mode: 0o700 })
      const embedded = await startMigrated(directory, options)
      await embedded.stop()
    },
  }
}

type Connecting = { connection: pg.PoolConfig; size: PoolSize; leaseMs: number | undefined }

function connect({ connection, size, leaseMs }: Connecting) {
  const pool = journalPool(connection, size)
  const prisma = new PrismaClient({ adapter: new PrismaPg({ ...connection, max: size.rows }) })
  return {
    prisma,
    journal: storedJournal({ pool, leaseMs }),
    async disconnect() {
      await Promise.all([prisma.$disconnect(), pool.end()])
    },
  }
}
