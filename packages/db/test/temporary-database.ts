import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database, DatabaseOptions } from '../src/open-database.ts'
import { openDatabase } from '../src/open-database.ts'

export const repository = fileURLToPath(new URL('../../..', import.meta.url))
export const migrationsDir = join(repository, 'prisma', 'migrations')

/** Kept between runs: building the migrated database takes seconds, copying it does not. */
export const cacheDir = join(repository, '.cascade', 'template')

/** A directory that is gone once the test disposes of it. */
export function temporaryDirectory() {
  const path = mkdtempSync(join(tmpdir(), 'cascade-db-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** An embedded database of the test's own, migrated. */
export async function openTemporary(options: Partial<DatabaseOptions> = {}): Promise<Database> {
  const directory = temporaryDirectory()
  const database = await openDatabase({ dataDir: directory.path, migrationsDir, cacheDir, ...options })
  return {
    ...database,
    async close() {
      await database.close()
      directory.remove()
    },
  }
}
