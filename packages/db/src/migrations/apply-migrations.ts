import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { MigrationProblem } from './problem.ts'
import type { Migration } from './read-migrations.ts'

/** The lock Prisma's own tool takes, so that it and this runner wait for each other. */
const LOCK = 72707369

/** The table Prisma's own tool keeps, in its own format: it can take over at any time. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

type AppliedMigration = { migration_name: string; checksum: string; finished_at: Date | null }

/**
 * Brings a database to the end of the history, each migration in a transaction of its own, and returns the
 * names of those it applied. Processes that start together wait for each other. Throws MigrationProblem.
 */
export async function applyMigrations(
  connection: pg.ClientConfig,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const client = new pg.Client(connection)
  await client.connect()
  try {
    const applied: string[] = []
    let next = await step(client, migrations)
    while (next) {
      applied.push(next)
      next = await step(client, migrations)
    }
    return applied
  } finally {
    await client.end()
  }
}

/** Applies the first migration that is missing and returns its name, null when none is. */
async function step(client: pg.Client, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('begin')
  try {
    // Held to the end of the transaction, so that what is missing is decided by one process at a time.
    await client.query('select pg_advisory_xact_lock($1)', [LOCK])
    await client.query(HISTORY_TABLE)
    const [next] = missing(await readHistory(client), migrations)
    if (next) await apply(client, next)
    await client.query('commit')
    return next?.name ?? null
  } catch (error) {
    // If even this fails the connection is gone, and the transaction with it.
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

async function readHistory(client: pg.Client): Promise<readonly AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    `select migration_name, checksum, finished_at from _prisma_migrations
     where rolled_back_at is null order by started_at, migration_name`,
  )
  return rows
}

/** The migrations yet to apply, once the applied ones are found to be those of this version. */
function missing(
  history: readonly AppliedMigration[],
  migrations: readonly Migration[],
): readonly Migration[] {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { migration_name, checksum, finished_at } of history) {
    const migration = known.get(migration_name)
    if (!migration) throw new MigrationProblem('ahead', migration_name)
    if (!finished_at) throw new MigrationProblem('unfinished', migration_name)
    if (migration.checksum !== checksum) throw new MigrationProblem('changed', migration_name)
  }
  const applied = new Set(history.map(({ migration_name }) => migration_name))
  return migrations.filter(({ name }) => !applied.has(name))
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    )
  } catch (cause) {
    throw new MigrationProblem('failed', name, { cause })
  }
}
