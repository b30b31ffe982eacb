import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTemporary } from '../../test/temporary-database.ts'
import { AppendInDoubt } from '../journal/journal.ts'
import { storedJournal } from '../journal/stored.ts'
import type { Database } from '../open-database.ts'

let database: Database

beforeAll(async () => {
  database = await openTemporary()
})

afterAll(() => database.close())

async function connected(): Promise<pg.Client> {
  const client = new pg.Client(database.connection)
  // A test that cuts a connection expects it to break.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

test('statements of many connections at once get their own answers', async () => {
  const clients = await Promise.all(Array.from({ length: 8 }, connected))
  const ask = async (client: pg.Client, own: number) => {
    for (let round = 0; round < 50; round++) {
      const { rows } = await client.query('select $1::int as own, $2::int as round', [own, round])
      expect(rows).toEqual([{ own, round }])
      expect((await client.query(`select $1::text as word`, [`${own}`])).rows).toEqual([{ word: `${own}` }])
    }
  }
  await Promise.all(clients.map(ask))
  await Promise.all(clients.map((client) => client.end()))
})

test('a transaction keeps the others waiting until it ends', async () => {
  const [one, other] = [await connected(), await connected()]
  await one.query('begin')
  await one.query(`insert into verification (id, identifier, value, expires_at, updated_at)
    values ('gate', 'gate', '1', now(), now())`)
  const seen = other.query(`select value from verification where id = 'gate'`)
  await one.query(`update verification set value = '2' where id = 'gate'`)
  await one.query('commit')
  expect((await seen).rows).toEqual([{ value: '2' }])
  await Promise.all([one.end(), other.end()])
})

test('what a vanished client left open is rolled back, and the others go on', async () => {
  const [one, other] = [await connected(), await connected()]
  await one.query('begin')
  await one.query(`delete from verification`)
  const seen = other.query('select count(*)::int as count from _prisma_migrations')
  one.connection.stream.destroy()
  expect((await seen).rows).toEqual([{ count: 1 }])
  expect((await other.query('select pg_current_xact_id_if_assigned() as open')).rows).toEqual([
    { open: null },
  ])
  await other.end()
})

test('a failed transaction is kept by its connection until it rolls back', async () => {
  const [one, other] = [await connected(), await connected()]
  await one.query('begin')
  await expect(one.query('select nonsense')).rejects.toThrow('nonsense')
  const waiting = other.query('select 1 as fine')
  await expect(one.query('select 1')).rejects.toThrow('aborted')
  await one.query('rollback')
  expect((await waiting).rows).toEqual([{ fine: 1 }])
  await Promise.all([one.end(), other.end()])
})

test('a wrong password is refused', async () => {
  const client = new pg.Client({ ...database.connection, password: 'guessed' })
  await expect(client.connect()).rejects.toThrow('wrong password')
})

test('an append that was given up is in doubt until the next epoch, and settled after', async () => {
  const blocker = await connected()
  const pool = new pg.Pool({ ...database.connection, query_timeout: 200 })
  const frame = { roundId: 'r_doubt', tick: 0, commandCount: 0, body: new Uint8Array(1), hash: 'h' }
  await database.journal.acquire({ roundId: 'r_doubt', owner: 'host' })
  await blocker.query('begin')
  const append = storedJournal({ pool }).append({ ...frame, epoch: 1, previousHash: null })
  await expect(append).rejects.toThrow(AppendInDoubt)
  await blocker.query('rollback')

  // The frame may be there or not: what the next lease says is final.
  const lease = await database.journal.acquire({ roundId: 'r_doubt', owner: 'host' })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const again = await database.journal.acquire({ roundId: 'r_doubt', owner: 'host' })
  expect(again).toEqual({ ...Object(lease), epoch: 3 })
  await Promise.all([blocker.end(), pool.end()])
})

test('a statement that waits in vain is dropped with its connection', async () => {
  const [blocker, patient] = [await connected(), await connected()]
  const vanishing = await connected()
  await blocker.query('begin')
  const given = vanishing.query(`insert into verification (id, identifier, value, expires_at, updated_at)
    values ('dropped', 'gate', '1', now(), now())`)
  vanishing.connection.stream.destroy()
  await expect(given).rejects.toThrow()
  // A connection made later is heard of later: by then the gate knows that the other one is gone.
  await (await connected()).end()
  await blocker.query('rollback')
  expect((await patient.query(`select id from verification where id = 'dropped'`)).rows).toEqual([])
  await Promise.all([blocker.end(), patient.end()])
})

test('an append without a database is in doubt', async () => {
  const pool = new pg.Pool({ host: '127.0.0.1', port: 1 })
  const frame = {
    roundId: 'r_nowhere',
    tick: 0,
    epoch: 1,
    commandCount: 0,
    body: new Uint8Array(1),
    hash: 'h',
  }
  await expect(storedJournal({ pool }).append({ ...frame, previousHash: null })).rejects.toThrow(
    AppendInDoubt,
  )
  await pool.end()
})
