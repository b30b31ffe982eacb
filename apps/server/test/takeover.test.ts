import { describe, expect, test } from 'vitest'
import { Player } from './fixtures/player.ts'
import { startHere } from './fixtures/running-server.ts'
import { embeddedHome, postgresHome, postgresUrl } from './fixtures/temporary.ts'

describe.skipIf(postgresUrl === undefined)('two servers on one database', () => {
  test('T5 the second waits for a round until the first lets go, and goes on from there', async () => {
    const shared = await postgresHome(postgresUrl ?? '')
    const other = embeddedHome()
    const first = await startHere(shared)
    const host = await Player.connect(first.url)
    const { roundId } = await host.must('room.open', { options: {} })
    await host.must('round.watch', { roundId })
    await host.must('round.start', { roundId })
    await host.until(() => host.frames.length > 5)

    const second = await startHere({ ...other, databaseUrl: shared.databaseUrl })
    const guest = await Player.connect(second.url)
    expect(await guest.ask('round.watch', { roundId })).toEqual({ refusal: 'halted', retryAfterMs: 1_000 })
    expect(host.heard.some(({ name }) => name === 'halted')).toBe(false)
    await first.server.stop()
    const told = host.frames.at(-1)?.tick ?? 0
    const began = Date.now()
    let watched = await guest.ask('round.watch', { roundId })
    while (!('snapshot' in watched)) {
      await new Promise((resolve) => setTimeout(resolve, 100))
      watched = await guest.ask('round.watch', { roundId })
    }
    expect(Date.now() - began).toBeLessThan(3_000)
    expect(watched.snapshot.tick).toBeGreaterThanOrEqual(told)
    for (const each of [host, guest]) each.close()
    await second.server.stop()
    await shared.remove()
    await other.remove()
  })
})
