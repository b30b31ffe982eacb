import { createServer } from 'node:net'
import { seatId } from '@cascade/engine'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Player } from './fixtures/player.ts'
import { startHere } from './fixtures/running-server.ts'
import { type ServerProcess, startProcess } from './fixtures/server-process.ts'
import { embeddedHome, type Home } from './fixtures/temporary.ts'

let home: Home

beforeEach(() => {
  home = embeddedHome()
})
afterEach(() => home.remove())

describe('a restart', () => {
  test('T2 keeps a lobby: its code, its people, its automatic players and its host', async () => {
    const before = await startHere(home)
    const host = await Player.connect(before.url)
    const { roundId, roomCode } = await host.must('room.open', {
      options: { opponents: [{ character: 'careful', count: 2 }] },
    })
    const first = await host.must('round.watch', { roundId })
    expect(first.snapshot.round.seats).toEqual([])
    const { commitment } = first.snapshot
    expect(commitment).toMatch(/^[0-9a-f]{64}$/)
    const anna = await Player.connect(before.url)
    await anna.must('round.join', { code: roomCode ?? '', name: 'Anna' })
    await host.must('player.add', { roundId, character: 'hedger' })
    await host.must('player.remove', { roundId, seat: 's2' })
    host.close()
    anna.close()
    await before.server.stop()

    const after = await startHere(home)
    const [hostAgain, annaAgain] = [
      await Player.connect(after.url, host.cookie),
      await Player.connect(after.url, anna.cookie),
    ]
    expect(await annaAgain.must('round.watch', { roundId })).toMatchObject({ seat: 's3', host: false })
    expect((await annaAgain.must('round.watch', { roundId })).snapshot.commitment).toBe(commitment)
    expect(await annaAgain.call('rounds.get', { roundId })).toMatchObject({ seedCommit: commitment })
    const late = await Player.connect(after.url)
    const joined = await late.must('round.join', { code: roomCode ?? '', name: 'Late' })
    await hostAgain.must('round.watch', { roundId })
    await hostAgain.must('round.start', { roundId })
    const { snapshot } = await hostAgain.must('round.watch', { roundId })
    expect(snapshot.round.seats.map(([seat, { kind }]) => [seat, kind])).toEqual([
      ['s3', 'human'],
      [joined.seat, 'human'],
      ['s1', 'automatic'],
      ['s4', 'automatic'],
    ])
    const names = new Map(snapshot.names)
    expect([names.get(seatId('s3')), names.get(joined.seat)]).toEqual(['Anna', 'Late'])
    expect(names.size).toBe(4)
    for (const each of [hostAgain, annaAgain, late]) each.close()
    await after.server.stop()
  })

  test('a journal that leads elsewhere is quarantined, and everything else goes on', async () => {
    const before = await startHere(home)
    const host = await Player.connect(before.url)
    const bent = await host.must('room.open', { options: {} })
    const whole = await host.must('room.open', { options: {} })
    await host.must('round.join', { roundId: bent.roundId, name: 'Anna' })
    await before.database.prisma.$executeRaw`
      update round_frame set body = convert_to(replace(convert_from(body, 'UTF8'), '"s1"', '"s9"'), 'UTF8')
      where round_id = ${bent.roundId} and tick = 1`
    host.close()
    await before.server.stop()

    const after = await startHere(home)
    const again = await Player.connect(after.url, host.cookie)
    expect(await again.ask('round.watch', { roundId: bent.roundId })).toEqual({ refusal: 'round_unknown' })
    expect(await again.must('round.watch', { roundId: whole.roundId })).toMatchObject({ host: true })
    expect(await again.call('rounds.get', { roundId: bent.roundId })).toMatchObject({ status: 'quarantined' })
    const { length } = await after.database.prisma.$queryRaw<unknown[]>`
      select 1 from round_frame where round_id = ${bent.roundId}`
    expect(length).toBe(2)
    again.close()
    await after.server.stop()
  })
})

describe('a server process', () => {
  const start = (port = 0) => startProcess({ home, from: 'source', port })

  test('stops within three seconds of SIGTERM, people connected or not', async () => {
    const server = await start()
    const player = await Player.connect(server.url)
    await player.must('round.open', { kind: 'solo', options: {} })
    const began = Date.now()
    expect(await server.stop()).toBe(0)
    expect(Date.now() - began).toBeLessThan(3_000)
    player.close()
  })

  test('T18 a second one on the same data ends with a clear message', async () => {
    const first: ServerProcess = await start()
    await expect(start()).rejects.toThrow(/data directory .* is in use by process \d+/)
    await first.stop()
  })

  test('on a busy port it says what to do', async () => {
    const other = createServer()
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => {
        const address = other.address()
        resolve(address !== null && typeof address === 'object' ? address.port : 0)
      })
    })
    await expect(start(port)).rejects.toThrow(`Port ${port} is in use by another program`)
    other.close()
  })
})
