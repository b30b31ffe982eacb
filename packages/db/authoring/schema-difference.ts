import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { PoolConfig } from 'pg'
import { startEmbedded } from '../src/embedded/start.ts'
import { readMigrations } from '../src/migrations/read-migrations.ts'
import { schemaEngine } from './schema-engine.ts'

/** Prisma's note that a script has nothing to do. */
const EMPTY_SCRIPT = '-- This is an empty migration.'

/** The SQL that leads from the end of the migrations to the schema, null if they agree. */
export async function schemaDifference(prismaDir: string): Promise<string | null> {
  const dataDir = mkdtempSync(join(tmpdir(), 'cascade-db-'))
  const database = await startEmbedded({ dataDir })
  try {
    return await difference(prismaDir, database.connection)
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function difference(prismaDir: string, emptyDatabase: PoolConfig): Promise<string | null> {
  const files = schemaFiles(prismaDir)
  const engine = await schemaEngine({ files }, emptyDatabase)
  const { stdout } = await engine.diff({
    from: migrationsTarget(join(prismaDir, 'migrations')),
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  const script = stdout?.trim() ?? ''
  return script === '' || script === EMPTY_SCRIPT ? null : `${script}\n`
}

function schemaFiles(prismaDir: string): { path: string; content: string }[] {
  const models = readdirSync(join(prismaDir, 'models')).map((name) => join('models', name))
  return ['schema.prisma', ...models].map((name) => {
    const path = resolve(prismaDir, name)
    return { path, content: readFileSync(path, 'utf8') }
  })
}

type DiffFrom = Parameters<Awaited<ReturnType<typeof schemaEngine>>['diff']>[0]['from']

function migrationsTarget(migrationsDir: string): DiffFrom {
  const migrations = readMigrations(migrationsDir)
  if (migrations.length === 0) return { tag: 'empty' }
  return {
    tag: 'migrations',
    baseDir: resolve(migrationsDir),
    lockfile: {
      path: 'migration_lock.toml',
      content: readFileSync(join(migrationsDir, 'migration_lock.toml'), 'utf8'),
    },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}
