import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One step of the schema's history, as it is on disk. */
export type Migration = {
  /** The name of its directory: a time and a few words, so that names sort in the order of the history. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** The migrations of a directory in the order in which they are applied. */
export function readMigrations(migrationsDir: string): readonly Migration[] {
  const names = readdirSync(migrationsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(migrationsDir, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
  return names.sort().map((name) => {
    // A checkout may have changed the line endings. That is no other migration.
    const sql = readFileSync(join(migrationsDir, name, 'migration.sql'), 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, checksum: sha256(sql) }
  })
}

/** A short name for a whole history: two histories with the same key lead to the same schema. */
export function historyKey(migrations: readonly Migration[]): string {
  return sha256(migrations.map(({ name, checksum }) => `${name} ${checksum}`).join('\n')).slice(0, 12)
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
