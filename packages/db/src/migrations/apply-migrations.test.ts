import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openTemporary } from '../../test/temporary-database.ts'
import type { Database } from '../open-database.ts'
import { applyMigrations } from './apply-migrations.ts'
import { MigrationProblem } from './problem.ts'
import type { Migration } from './read-migrations.ts'

let database: Database
let client: pg.Client

beforeAll(async () => {
  database = await openTemporary()
  client = new pg.Client(database.connection)
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.close()
})

beforeEach(async () => {
  await client.query('drop table if exists _prisma_migrations, apple, pear')
})

const migration = (name: string, sql: string): Migration => ({ name, sql, checksum: `of ${name}` })

const APPLE = migration('1_apple', 'create table apple (id int); insert into apple values (1)')
const PEAR = migration('2_pear', 'create table pear (id int)')
const BROKEN = migration('3_broken', 'create table plum (id int); select nonsense')

const apply = (...migrations: Migration[]): Promise<readonly string[]> =>
  applyMigrations(database.connection, migrations)

test('migrations are applied in order, each once', async () => {
  expect(await apply(APPLE)).toEqual(['1_apple'])
  expect(await apply(APPLE, PEAR)).toEqual(['2_pear'])
  expect(await apply(APPLE, PEAR)).toEqual([])
  expect((await client.query('select id from apple')).rows).toEqual([{ id: 1 }])
})

test('the history is kept as the native tool keeps it', async () => {
  await apply(APPLE)
  const { rows } = await client.query('select * from _prisma_migrations')
  expect(rows).toEqual([
    {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      checksum: APPLE.checksum,
      migration_name: '1_apple',
      started_at: expect.any(Date),
      finished_at: expect.any(Date),
      rolled_back_at: null,
      logs: null,
      applied_steps_count: 1,
    },
  ])
})

test('processes that start together apply each migration once', async () => {
  const applied = await Promise.all([apply(APPLE, PEAR), apply(APPLE, PEAR), apply(APPLE, PEAR)])
  expect(applied.flat().sort()).toEqual(['1_apple', '2_pear'])
})

test('a failed migration leaves nothing behind, and the ones before it stay', async () => {
  const problem = await apply(APPLE, BROKEN).catch((error) => error)
  expect(problem).toBeInstanceOf(MigrationProblem)
  expect(problem).toMatchObject({ reason: 'failed', migration: '3_broken' })
  expect((await client.query(`select to_regclass('plum') as plum`)).rows).toEqual([{ plum: null }])
  expect(await apply(APPLE, PEAR)).toEqual(['2_pear'])
})

test('a migration whose text changed after it was applied is refused', async () => {
  await apply(APPLE)
  const changed = { ...APPLE, checksum: 'another' }
  await expect(apply(changed, PEAR)).rejects.toMatchObject({ reason: 'changed', migration: '1_apple' })
  expect(await apply(APPLE, PEAR)).toEqual(['2_pear'])
})

test('a database ahead of this version is refused', async () => {
  await apply(APPLE, PEAR)
  await expect(apply(APPLE)).rejects.toMatchObject({ reason: 'ahead', migration: '2_pear' })
})

test('a migration another tool did not finish is refused, one it rolled back is applied', async () => {
  await apply()
  await client.query(
    `insert into _prisma_migrations (id, checksum, migration_name) values ('begun', $1, '1_apple')`,
    [APPLE.checksum],
  )
  await expect(apply(APPLE)).rejects.toMatchObject({ reason: 'unfinished', migration: '1_apple' })
  await client.query(`update _prisma_migrations set rolled_back_at = now()`)
  expect(await apply(APPLE)).toEqual(['1_apple'])
})
