import type { Database } from '@cascade/db'
import { digestOf } from '@cascade/engine'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addRound, addUsers, openPast } from '../test/past.ts'
import { createCaller } from './router.ts'

let database: Database
let close: () => Promise<void>

beforeAll(async () => {
  ;({ database, close } = await openPast())
  await addUsers(database, ['anna', 'bert', 'carl'])
  await addRound(database, {
    id: 'r_first',
    seats: [
      { seat: 's1', userId: 'anna', growth: '0.5' },
      { seat: 's2', userId: 'bert', growth: '0.9', wiped: true },
      { seat: 's3', userId: null, growth: '7' },
    ],
  })
  await addRound(database, { id: 'r_second', seats: [{ seat: 's1', userId: 'bert', growth: '10' }] })
  await addRound(database, { id: 'r_idle', seats: [{ seat: 's1', userId: 'anna', growth: '20', fills: 2 }] })
  await addRound(database, {
    id: 'r_written',
    seats: [{ seat: 's1', userId: 'carl', growth: '99' }],
    scripted: true,
  })
  await addRound(database, { id: 'r_live', seats: [{ seat: 's1', userId: 'anna', growth: '0' }], live: true })
})
afterAll(() => close())

const callerOf = (userId: string | null) =>
  createCaller({ userId, prisma: database.prisma, journal: database.journal })

describe('the API', () => {
  test.each([
    ['rounds.recent', (api: ReturnType<typeof callerOf>) => api.rounds.recent({})],
    ['rounds.get', (api: ReturnType<typeof callerOf>) => api.rounds.get({ roundId: 'r_first' })],
    ['rounds.record', (api: ReturnType<typeof callerOf>) => api.rounds.record({ roundId: 'r_first' })],
    ['boards.recent', (api: ReturnType<typeof callerOf>) => api.boards.recent({})],
    ['boards.best', (api: ReturnType<typeof callerOf>) => api.boards.best({})],
    ['profile.me', (api: ReturnType<typeof callerOf>) => api.profile.me()],
    ['rooms.mine', (api: ReturnType<typeof callerOf>) => api.rooms.mine()],
  ])('%s is for people with a session', async (_name, call) => {
    await expect(call(callerOf(null))).rejects.toThrow('not_signed_in')
  })

  test('everybody sees the own rounds only, the newest first', async () => {
    const mine = await callerOf('anna').rounds.recent({})
    expect(mine.map(({ roundId }) => roundId)).toEqual(['r_live', 'r_idle', 'r_first'])
    expect(mine[2]).toMatchObject({ seat: 's1', seats: 3, result: { rank: 1, growth: '0.5' } })
    expect((await callerOf('bert').rounds.recent({ limit: 1 })).map(({ roundId }) => roundId)).toEqual([
      'r_second',
    ])
  })

  test('growth is ordered as a number: no wiped, idle or automatic players, no written prices', async () => {
    const best = await callerOf('anna').boards.best({})
    expect(best.map(({ roundId, growth, mine }) => [roundId, growth, mine])).toEqual([
      ['r_second', '10', false],
      ['r_first', '0.5', true],
    ])
  })

  test('the rounds that ended last name the person who came first', async () => {
    const recent = await callerOf('anna').boards.recent({ kind: 'solo' })
    expect(recent.find(({ roundId }) => roundId === 'r_first')).toMatchObject({
      seats: 3,
      first: { seat: 's1', name: 'Name of s1' },
      market: { scenario: 'normal', startingCash: '10000' },
    })
    expect(recent.some(({ roundId }) => roundId === 'r_live')).toBe(false)
    const scripted = recent.flatMap(({ roundId, market }) => (market?.scripted ? [roundId] : []))
    expect(scripted).toEqual(['r_written'])
  })

  test.each([
    ['r_live', 'round_not_over'],
    ['r_nobody', 'round_unknown'],
  ])('the record of %s is not given: %s', async (roundId, reason) => {
    await expect(callerOf('anna').rounds.record({ roundId })).rejects.toThrow(reason)
  })

  test('a record carries what was published of its market, or nothing where nothing was', async () => {
    const { prisma, journal } = database
    await journal.writeOpening({ roundId: 'r_first', body: new TextEncoder().encode('{}') })
    const commitment = async () => (await callerOf('anna').rounds.record({ roundId: 'r_first' })).commitment
    expect(await commitment()).toBe('c'.repeat(64))
    await prisma.round.update({ where: { id: 'r_first' }, data: { seedCommit: digestOf('5'.repeat(64)) } })
    expect(await commitment()).toBe(null)
  })

  test('a live round does not show its seed', async () => {
    expect(await callerOf('bert').rounds.get({ roundId: 'r_live' })).toMatchObject({ seed: null, seat: null })
    expect(await callerOf('bert').rounds.get({ roundId: 'r_first' })).toMatchObject({ seat: 's2' })
  })

  test('an input with anything more than it should have is refused', async () => {
    const more: object = { roundId: 'r_first', userId: 'bert' }
    await expect(callerOf('anna').rounds.get(more as { roundId: string })).rejects.toThrow()
    await expect(callerOf('anna').boards.best({ limit: 1_000 })).rejects.toThrow()
  })

  test('the profile holds what the own rounds came to', async () => {
    expect(await callerOf('bert').profile.me()).toMatchObject({ rounds: 2, wiped: 1 })
  })
})
