import { memoryJournal } from '@cascade/db'
import { seatId } from '@cascade/engine'
import { CHARACTERS, mixed, planSeats } from '@cascade/players'
import { encode } from '@cascade/protocol'
import { describe, expect, test } from 'vitest'
import { ManualClock } from '../src/clock.ts'
import { MEND_EVERY_MS } from '../src/rounds/round-host.ts'
import { ANNA, buy, join, openHosted, playing, ROUND, recoverHosted } from './fixtures/hosted-round.ts'
import { TroubledJournal } from './fixtures/troubled-journal.ts'

/** A promise's value if it is there by now. */
async function now<T>(promise: Promise<T>): Promise<T | 'waiting'> {
  await new Promise((resolve) => setImmediate(resolve))
  return Promise.race([promise, Promise.resolve('waiting' as const)])
}

const fingerprint = (hosted: Awaited<ReturnType<typeof playing>>) =>
  hosted.host.read((round, tick) => ({ tick, fingerprint: round.fingerprint }))

describe('a round host', () => {
  test('answers and speaks only when the journal holds the frame', async () => {
    const clock = new ManualClock()
    const line = new TroubledJournal(memoryJournal({ now: () => clock.now() }))
    const hosted = await playing({ journal: line.journal, clock })
    const before = hosted.audience.heard.length

    let letThrough = () => {}
    line.gate = new Promise((resolve) => {
      letThrough = resolve
    })
    const answer = hosted.host.submit(buy(1))
    await hosted.ticks(1)
    expect(await now(answer)).toBe('waiting')
    expect(hosted.audience.heard.length).toBe(before)

    letThrough()
    expect(await answer).toMatchObject({ ok: true, tick: 0 })
    expect(hosted.audience.heard.slice(before).map(({ kind }) => kind)).toEqual(['private', 'frame'])
  })

  test('gathers what comes into a lobby into one frame, and frames have no gaps', async () => {
    const hosted = await openHosted()
    const joins = ['s1', 's2', 's3'].map((seat) => hosted.host.submit(join(seatId(seat))))
    await hosted.clock.advance(50)
    expect(await Promise.all(joins)).toEqual(Array(3).fill({ ok: true, tick: 0 }))
    expect(hosted.audience.ticks).toEqual([1])

    void hosted.host.submit({ type: 'round.start' })
    await hosted.ticks(10)
    const { ticks } = hosted.audience
    expect(ticks).toEqual(ticks.map((_, index) => index + 1))
    expect(hosted.told).toEqual(['started'])
  })

  test('a private event reaches its seat alone', async () => {
    const hosted = await openHosted()
    void hosted.host.submit(join(ANNA))
    void hosted.host.submit(join(seatId('s2')))
    void hosted.host.submit({ type: 'round.start' })
    await hosted.ticks(1)
    void hosted.host.submit(buy(1, seatId('s2')))
    await hosted.ticks(1)
    const filled = hosted.audience.heard.filter(
      (heard) => 'events' in heard && heard.events.some(({ type }) => type === 'order.filled'),
    )
    expect(filled).toMatchObject([{ kind: 'private', seat: 's2' }])
  })

  test.each(['lost', 'written-unanswered'] as const)(
    'P3 a command whose frame was %s takes effect once, and its retry gets the same answer',
    async (trouble) => {
      const clock = new ManualClock()
      const line = new TroubledJournal(memoryJournal({ now: () => clock.now() }))
      const hosted = await playing({ journal: line.journal, clock })
      line.troubles.push(trouble)
      const first = hosted.host.submit(buy(1))
      await hosted.ticks(1)
      expect(hosted.audience.heard.map(({ kind }) => kind)).toContain('halted')
      await clock.advance(MEND_EVERY_MS * 2)

      const retry = hosted.host.submit(buy(1))
      await hosted.ticks(2)
      expect(await first).toMatchObject({ ok: true })
      expect(await retry).toEqual(await first)
      const fills = await hosted.host.read((round) => round.accounts.get(ANNA)?.fills)
      expect(fills).toBe(1)
      const { ticks } = hosted.audience
      expect(ticks).toEqual(ticks.map((_, index) => index + 1))
    },
  )

  test('P7 while the journal is down the market halts, and goes on when it is back', async () => {
    const clock = new ManualClock()
    const line = new TroubledJournal(memoryJournal({ now: () => clock.now() }))
    const hosted = await playing({ journal: line.journal, clock })
    line.down = true
    await hosted.ticks(5)
    const halted = hosted.audience.ticks.length
    expect(hosted.host.state).toBe('halted')
    expect(await hosted.host.submit(buy(1))).toMatchObject({ refusal: 'halted' })
    expect(await hosted.host.read(() => 'seen')).toBeNull()

    await clock.advance(60_000)
    expect(hosted.audience.ticks.length).toBe(halted)
    line.down = false
    await clock.advance(MEND_EVERY_MS + 300)
    expect(hosted.host.state).toBe('live')
    expect(hosted.audience.ticks.length).toBeGreaterThan(halted)
  })

  test('P5 a host that another one has replaced stops without a word', async () => {
    const clock = new ManualClock()
    const journal = memoryJournal({ now: () => clock.now() })
    const old = await playing({ journal, clock, owner: 'one' })
    await old.ticks(3)
    await journal.acquire({ roundId: ROUND, owner: 'one' })
    const heard = old.audience.heard.length
    const late = old.host.submit(buy(1))
    await old.ticks(3)
    expect(old.audience.heard.length).toBe(heard)
    expect(await late).toEqual({ refusal: 'halted' })
    expect(old.host.state).toBe('gone')
    expect(old.told).toEqual(['started', 'gone'])
  })

  test('an idle host notices by its heartbeat that it was replaced', async () => {
    const clock = new ManualClock()
    const journal = memoryJournal({ now: () => clock.now() })
    const old = await openHosted({ journal, clock })
    await journal.acquire({ roundId: ROUND, owner: 'one' })
    await clock.advance(5_000)
    expect(old.told).toEqual(['gone'])
  })

  test('P4 a recovered round is the round that was left', async () => {
    const clock = new ManualClock()
    const journal = memoryJournal({ now: () => clock.now() })
    const left = await playing({ journal, clock })
    const answer = left.host.submit(buy(1))
    await left.ticks(7)
    const before = await fingerprint(left)
    await left.host.stop()

    const taken = await recoverHosted({ journal, clock })
    expect(await fingerprint(taken)).toEqual(before)
    const retry = taken.host.submit(buy(1))
    await taken.ticks(1)
    expect(await retry).toEqual(await answer)
    expect(taken.audience.ticks[0]).toBe((before?.tick ?? 0) + 1)
  })

  test('a recovered round has the past of the round that was left', async () => {
    const clock = new ManualClock()
    const journal = memoryJournal({ now: () => clock.now() })
    const left = await playing({ journal, clock })
    void left.host.submit(buy(1))
    await left.ticks(7)
    const past = (hosted: typeof left) =>
      hosted.host.read((_, __, chronicle) => encode(chronicle.after(-1, ANNA)))
    const before = await past(left)
    await left.host.stop()

    expect(before?.milestones).toMatchObject([{ type: 'order.filled', seat: ANNA }])
    expect(before?.marks.steps[0]?.length).toBe(8)
    expect(await past(await recoverHosted({ journal, clock }))).toEqual(before)
  })

  test('automatic players go on after a recovery as they would have without', async () => {
    const seatBots = async (hosted: Awaited<ReturnType<typeof openHosted>>) => {
      const joins = planSeats({
        opponents: mixed(
          CHARACTERS.map(({ id }) => id),
          7,
        ),
        first: 1,
      })
      for (const command of [...joins, { type: 'round.start' } as const]) void hosted.host.submit(command)
      await hosted.clock.advance(50)
    }
    const clock = new ManualClock()
    const journal = memoryJournal({ now: () => clock.now() })
    const left = await openHosted({ journal, clock })
    await seatBots(left)
    await left.ticks(20)
    await left.host.stop()
    const taken = await recoverHosted({ journal, clock })
    await taken.ticks(20)

    const unbroken = await openHosted()
    await seatBots(unbroken)
    await unbroken.ticks(40)
    expect(await fingerprint(taken)).toEqual(await fingerprint(unbroken))
    const fills = await taken.host.read((round) =>
      [...round.accounts.values()].reduce((sum, each) => sum + each.fills, 0),
    )
    expect(fills).toBeGreaterThan(0)
  })

  test('a fault ends one round and no other', async () => {
    const faulty = await playing({
      players: {
        commands: (round) => {
          if (round.tick === 2) throw new TypeError('a bug of ours')
          return []
        },
      },
    })
    const healthy = await playing()
    const waiting = faulty.host.submit(buy(1))
    await faulty.ticks(2)
    const lost = faulty.host.submit(buy(2))
    await faulty.ticks(3)
    await healthy.ticks(5)
    expect(await waiting).toMatchObject({ ok: true })
    expect(await lost).toEqual({ refusal: 'fault' })
    expect(faulty.host.state).toBe('quarantined')
    expect(faulty.told).toEqual(['started', 'quarantined'])
    expect(healthy.host.state).toBe('live')
  })

  test('rings the bell once, and answers what comes after it without writing', async () => {
    const hosted = await playing({ round: { ticks: 3 } })
    const answer = hosted.host.submit(buy(1))
    await hosted.ticks(6)
    expect(hosted.told).toEqual(['started', 'ended'])
    const end = await fingerprint(hosted)
    expect(await hosted.host.submit(buy(1))).toEqual(await answer)
    expect(await hosted.host.submit(buy(2))).toMatchObject({ ok: false, rejection: { reason: 'round_over' } })
    expect(await fingerprint(hosted)).toEqual(end)
  })

  test('refuses more than eight commands of one seat for one tick', async () => {
    const hosted = await playing()
    const replies = Array.from({ length: 9 }, (_, index) => hosted.host.submit(buy(index + 1)))
    expect(await replies[8]).toEqual({ refusal: 'busy', retryAfterMs: 100 })
    await hosted.ticks(1)
    expect(await replies[7]).toMatchObject({ ok: expect.any(Boolean) })
  })
})
