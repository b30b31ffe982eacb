import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { temporaryDirectory } from '../../test/temporary-database.ts'
import { historyKey, readMigrations } from './read-migrations.ts'

let directory: ReturnType<typeof temporaryDirectory>

beforeEach(() => {
  directory = temporaryDirectory()
})

afterEach(() => directory.remove())

function write(name: string, sql: string): void {
  mkdirSync(join(directory.path, name), { recursive: true })
  writeFileSync(join(directory.path, name, 'migration.sql'), sql)
}

test('migrations come in the order of their names, with the checksum the native tool writes', () => {
  write('20250202000000_second', 'select 2;\n')
  write('20250101000000_first', 'select 1;\n')
  writeFileSync(join(directory.path, 'migration_lock.toml'), '')
  expect(readMigrations(directory.path)).toEqual([
    {
      name: '20250101000000_first',
      sql: 'select 1;\n',
      checksum: '4a45092ccf992ea92250053a80b931b787924ba61648f420555511b84f10ab6c',
    },
    expect.objectContaining({ name: '20250202000000_second' }),
  ])
})

test('line endings make no other migration', () => {
  write('1_windows', 'select 1;\r\n')
  const [windows] = readMigrations(directory.path)
  write('1_windows', 'select 1;\n')
  expect(readMigrations(directory.path)).toEqual([windows])
})

test('another history has another key', () => {
  write('1_first', 'select 1;\n')
  const key = historyKey(readMigrations(directory.path))
  write('2_second', 'select 2;\n')
  expect(historyKey(readMigrations(directory.path))).not.toBe(key)
})
