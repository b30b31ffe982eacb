import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cacheDir, migrationsDir, temporaryDirectory } from '../test/temporary-database.ts'
import type { Database } from './open-database.ts'
import { openDatabase } from './open-database.ts'

// Too long for a socket's path, so that this file also goes over the loopback address.
const directory = temporaryDirectory()
const dataDir = join(directory.path, 'long'.repeat(25))

const open = (migrations = migrationsDir): Promise<Database> =>
  openDatabase({ dataDir, migrationsDir: migrations, cacheDir })

let database: Database

beforeAll(async () => {
  // What a kill in the middle of the first copy leaves behind.
  mkdirSync(join(dataDir, 'pg.arriving'), { recursive: true })
  writeFileSync(join(dataDir, 'pg.arriving', 'PG_VERSION'), 'half')
  database = await open()
})

afterAll(async () => {
  await database.close()
  directory.remove()
})

const host = { id: 'u_host', name: 'Host', email: 'host@example.invalid' }
const room = { hostUserId: host.id, title: 'Class 4b', config: {} }
const round = {
  id: 'r_first',
  kind: 'room' as const,
  config: { startingCash: '10000.00000001' },
  rulesVersion: '1',
  seedCommit: 'commit',
  ticks: 600,
}

test('six digits are unique among live rooms, and free again after', async () => {
  const { prisma } = database
  await prisma.user.create({ data: host })
  await prisma.room.create({ data: { ...room, id: 'one', code: '123456', longToken: 'a' } })
  const second = { ...room, id: 'two', code: '123456', longToken: 'b' }
  await expect(prisma.room.create({ data: second })).rejects.toMatchObject({ code: 'P2002' })

  await prisma.room.update({ where: { id: 'one' }, data: { code: null, endedAt: new Date() } })
  expect(await prisma.room.create({ data: second })).toMatchObject({ code: '123456' })
})

test('money comes back as it was written, to the last digit', async () => {
  const { prisma } = database
  const seat = { seatId: 's_one', name: 'Quick Fox', kind: 'human' as const, userId: host.id }
  const result = { rank: 1, equity: '12345678901.00000001', growth: '-0.10000001', wiped: false }
  await prisma.round.create({ data: { ...round, seats: { create: seat } } })
  await prisma.result.create({ data: { ...result, roundId: round.id, seatId: seat.seatId } })
  const read = await prisma.round.findUniqueOrThrow({ where: { id: round.id }, include: { results: true } })
  expect(read.results[0]).toMatchObject(result)
  expect(read.config).toEqual(round.config)
})

test('people who erase themselves leave their seats behind, nameless to the database', async () => {
  await database.prisma.user.delete({ where: { id: host.id } })
  const seats = await database.prisma.roundSeat.findMany()
  expect(seats).toMatchObject([{ seatId: 's_one', userId: null }])
})

test('a closed database opens again with all it held, and catches up with new migrations', async () => {
  await database.close()
  const newer = join(directory.path, 'migrations')
  cpSync(migrationsDir, newer, { recursive: true })
  mkdirSync(join(newer, '99990101000000_pear'))
  writeFileSync(join(newer, '99990101000000_pear', 'migration.sql'), 'create table pear (id int);')

  database = await open(newer)
  expect(await database.prisma.round.count()).toBe(1)
  await database.close()
  await expect(open()).rejects.toMatchObject({ reason: 'ahead', migration: '99990101000000_pear' })
  database = await open(newer)
})
