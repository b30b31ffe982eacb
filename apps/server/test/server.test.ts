import { commitmentOf } from '@cascade/engine'
import { openingSchema } from '@cascade/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marketOrder, Player, signIn } from './fixtures/player.ts'
import { type ServerHere, startHere } from './fixtures/running-server.ts'
import { embeddedHome, type Home, postgresHome, postgresUrl } from './fixtures/temporary.ts'
import { recordOf } from './fixtures/verified.ts'

const databases = [
  { name: 'the embedded database', home: async () => embeddedHome(), missing: false },
  { name: 'PostgreSQL', home: () => postgresHome(postgresUrl ?? ''), missing: postgresUrl === undefined },
]

describe.each(databases.filter(({ missing }) => !missing))('a server on $name', ({ home: makeHome }) => {
  let home: Home
  let here: ServerHere

  beforeAll(async () => {
    home = await makeHome()
    here = await startHere(home)
  })
  afterAll(async () => {
    await here.server.stop()
    await home.remove()
  })

  test('says how it is', async () => {
    const response = await fetch(`${here.url}/api/health`)
    expect(await response.json()).toMatchObject({ status: 'ok', version: expect.any(String) })
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  })

  test('a class joins by code, trades, and everybody sees the same market', async () => {
    const host = await Player.connect(here.url)
    const { roundId, roomCode } = await host.must('room.open', { options: {} })
    const watching = await host.must('round.watch', { roundId })
    expect(watching).toMatchObject({ host: true, seat: null, snapshot: { tick: 0 } })

    const [anna, bert] = [await Player.connect(here.url), await Player.connect(here.url)]
    expect(await anna.must('room.look', { code: roomCode ?? '' })).toMatchObject({ roundId, phase: 'lobby' })
    const joined = await anna.must('round.join', { code: roomCode ?? '', name: 'Anna' })
    expect(joined).toMatchObject({ roundId, seat: 's1', snapshot: { seat: 's1', host: false } })
    await bert.must('round.join', { roundId, name: 'Bert' })
    await host.must('player.add', { roundId, character: 'trend-follower' })
    await host.until(() =>
      host.heard.some(
        ({ name, message }) =>
          name === 'roster' && JSON.stringify(message).includes('"present":["s1","s2","s3"]'),
      ),
    )

    await host.must('round.start', { roundId })
    const bought = await anna.must('command', {
      roundId,
      id: { client: 'anna-tab-1', n: 1 },
      command: marketOrder(),
    })
    expect(bought.answer).toMatchObject({ ok: true })
    await Promise.all([host, anna, bert].map((each) => each.until(() => each.frames.length > 20)))

    const common = (each: Player) => each.frames.slice(0, 20).filter(({ tick }) => tick > 3 && tick < 15)
    expect(common(bert)).toEqual(common(host).filter(({ tick }) => tick >= (common(bert)[0]?.tick ?? 0)))
    const privately = (each: Player) => each.heard.filter(({ name }) => name === 'private')
    expect(privately(anna).some(({ message }) => JSON.stringify(message).includes('order.filled'))).toBe(true)
    expect(privately(bert).some(({ message }) => JSON.stringify(message).includes('order.filled'))).toBe(
      false,
    )
    expect(JSON.stringify(host.frames)).not.toContain('order.filled')
    await saysThePast({ anna, others: [bert, host], roundId })
    for (const each of [host, anna, bert]) each.close()
  })

  test('a solo round starts at once, and its end is on record', async () => {
    const player = await Player.connect(here.url)
    const { roundId } = await player.must('round.open', {
      kind: 'solo',
      name: 'Dora',
      options: { opponents: [{ character: 'careful', count: 2 }] },
    })
    const { seat, snapshot } = await player.must('round.watch', { roundId })
    expect(seat).toBe('s1')
    for (const n of [1, 2, 3]) {
      await player.must('command', { roundId, id: { client: 'dora-tab-1', n }, command: marketOrder() })
    }
    await expect(player.call('rounds.record', { roundId })).rejects.toThrow('round_not_over')
    await player.must('round.end', { roundId })
    await player.until(() => JSON.stringify(player.frames.at(-1)).includes('round.ended'))
    const rounds = async () => player.call<{ status: string }[]>('rounds.recent', { limit: 1 })
    for (let tries = 0; tries < 50 && (await rounds())[0]?.status !== 'ended'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(await rounds()).toMatchObject([
      { roundId, status: 'ended', seats: 3, seat, result: { fills: 3, wiped: false } },
    ])
    expect(await player.call('profile.me')).toMatchObject({ rounds: 1 })
    expect(await player.call('boards.best', { kind: 'solo' })).toMatchObject([
      { roundId, name: 'Dora', mine: true },
    ])
    const { commitment } = snapshot
    expect(await player.call('rounds.get', { roundId })).toMatchObject({
      status: 'ended',
      seed: expect.stringMatching(/^[0-9a-f]{64}$/),
      seedCommit: commitment,
    })
    const record = await recordOf(player, roundId)
    expect(record.commitment).toBe(commitment)
    expect(commitmentOf(openingSchema.parse(record.opening))).toBe(commitment)
    player.close()
  })

  test('the same person comes back to the same seat from another tab', async () => {
    const host = await Player.connect(here.url)
    const { roundId } = await host.must('room.open', { options: {} })
    const first = await Player.connect(here.url)
    const [one, two] = await Promise.all([
      first.must('round.join', { roundId, name: 'Emil' }),
      first.must('round.join', { roundId, name: 'Emil' }),
    ])
    const second = await Player.connect(here.url, first.cookie)
    const watched = await second.must('round.watch', { roundId })
    expect([one.seat, two.seat, watched.seat]).toEqual(['s1', 's1', 's1'])
    for (const each of [host, first, second]) each.close()
  })

  test.each([
    ['a stranger starts it', 'round.start', { refusal: 'not_host' }],
    ['a stranger ends it', 'round.end', { refusal: 'not_host' }],
  ] as const)('a room is its host’s: %s', async (_who, name, refused) => {
    const host = await Player.connect(here.url)
    const { roundId } = await host.must('room.open', { options: {} })
    const stranger = await Player.connect(here.url)
    expect(await stranger.ask(name, { roundId })).toEqual(refused)
    for (const each of [host, stranger]) each.close()
  })

  test('who sits nowhere trades nowhere, and a taken name is not given again', async () => {
    const host = await Player.connect(here.url)
    const { roundId } = await host.must('room.open', { options: {} })
    const [anna, other] = [await Player.connect(here.url), await Player.connect(here.url)]
    await anna.must('round.join', { roundId, name: 'Anna' })
    expect(await other.ask('round.join', { roundId, name: 'ANNA' })).toEqual({ refusal: 'name_taken' })
    const command = { roundId, id: { client: 'other-tab', n: 1 }, command: marketOrder() }
    expect(await other.ask('command', command)).toEqual({ refusal: 'not_seated' })
    for (const each of [host, anna, other]) each.close()
  })

  test('a connection needs a session, our own page and this version', async () => {
    await expect(Player.connect(here.url, 'cascade.session_token=made-up')).rejects.toThrow('not_signed_in')
    const cookie = await signIn(here.url)
    const handshake = (headers: Record<string, string>) =>
      fetch(`${here.url}/socket.io/?EIO=4&transport=polling`, { headers }).then(({ status }) => status)
    expect(await handshake({ cookie })).toBe(200)
    expect(await handshake({ cookie, origin: here.url })).toBe(200)
    expect(await handshake({ cookie, origin: 'https://evil.example' })).toBe(403)
  })

  test('wrong codes are counted, right ones are not', async () => {
    const host = await Player.connect(here.url)
    const { roomCode } = await host.must('room.open', { options: {} })
    const guesser = await Player.connect(here.url)
    const wrong = roomCode === '000000' ? '000001' : '000000'
    for (let n = 0; n < 10; n += 1) {
      expect(await guesser.ask('room.look', { code: wrong })).toMatchObject({ refusal: 'code_unknown' })
    }
    expect(await guesser.ask('room.look', { code: roomCode ?? '' })).toMatchObject({
      refusal: 'rate_limited',
    })
    const honest = await Player.connect(here.url)
    for (let n = 0; n < 12; n += 1) {
      expect(await honest.ask('room.look', { code: roomCode ?? '' })).toMatchObject({ phase: 'lobby' })
    }
    for (const each of [host, guesser, honest]) each.close()
  })
})

/** Everybody who asks is told every mark so far; what Anna traded only Anna, also when she comes anew. */
async function saysThePast({
  anna,
  others,
  roundId,
}: {
  anna: Player
  others: readonly Player[]
  roundId: string
}): Promise<void> {
  const again = await Player.connect(anna.url, anna.cookie)
  const told = await Promise.all(
    [again, ...others].map(async (each) => {
      const { snapshot } = await each.must('round.watch', { roundId, past: true })
      expect(snapshot.past?.marks.steps.map(({ length }) => length)).toEqual(
        Array(3).fill(snapshot.round.tick + 1),
      )
      return snapshot.past?.milestones ?? []
    }),
  )
  expect(told).toMatchObject([[{ type: 'order.filled', seat: 's1', postings: [] }], [], []])
  expect((await anna.must('round.watch', { roundId })).snapshot).not.toHaveProperty('past')
  again.close()
}
