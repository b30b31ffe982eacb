import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Journal, Lease, LeaseClaim } from '../src/journal/journal.ts'
import { bytes, frameOf, newRound, ticksOf } from './sample-frames.ts'

/** A journal to hold to its promises. Its leases run for a minute. */
export type JournalUnderTest = {
  readonly journal: Journal
  /** Acquires a lease that `letLapse` makes run out. */
  acquireBriefly(claim: LeaseClaim): Promise<Lease | 'held' | 'concluded'>
  letLapse(): Promise<void>
  close(): Promise<void>
}

/** The promises of a journal, for every journal there is. */
export function describeJournal(name: string, open: () => Promise<JournalUnderTest>): void {
  describe(name, () => {
    let it: JournalUnderTest
    beforeAll(async () => {
      it = await open()
    })
    afterAll(() => it?.close())

    /** A round that `host` writes in epoch 1, with so many frames. */
    async function roundWith(frames: number): Promise<string> {
      const roundId = newRound()
      await it.journal.writeOpening({ roundId, body: bytes(1) })
      await it.journal.acquire({ roundId, owner: 'host' })
      for (let tick = 0; tick < frames; tick++) await it.journal.append(frameOf(roundId, { tick }))
      return roundId
    }

    describeLeases(() => it, roundWith)
    describeFrames(() => it, roundWith)
    describeSnapshots(() => it, roundWith)
    describeLives(() => it, roundWith)
  })
}

type Subject = () => JournalUnderTest
type RoundWith = (frames: number) => Promise<string>

function describeLeases(subject: Subject, roundWith: RoundWith): void {
  test('the first lease of a round has epoch 1 and no head', async () => {
    const lease = await subject().journal.acquire({ roundId: newRound(), owner: 'host' })
    expect(lease).toEqual({ epoch: 1, headTick: -1, headHash: null })
  })

  test('another owner finds a running lease held', async () => {
    const roundId = await roundWith(0)
    expect(await subject().journal.acquire({ roundId, owner: 'other' })).toBe('held')
  })

  test('of many owners who acquire at once, one gets the lease', async () => {
    const roundId = newRound()
    const owners = Array.from({ length: 12 }, (_, index) => `host${index}`)
    const answers = await Promise.all(owners.map((owner) => subject().journal.acquire({ roundId, owner })))
    expect(answers.filter((answer) => answer !== 'held')).toHaveLength(1)
  })

  test('the same owner gets a new epoch, and its old one is fenced', async () => {
    const roundId = await roundWith(2)
    const { journal } = subject()
    expect(await journal.acquire({ roundId, owner: 'host' })).toEqual({
      epoch: 2,
      headTick: 1,
      headHash: 'hash1',
    })
    expect(await journal.append(frameOf(roundId, { tick: 2 }))).toBe('fenced')
    expect(await journal.append(frameOf(roundId, { tick: 2, epoch: 2 }))).toBe('appended')
  })

  test('a lapsed lease is taken over, and its owner can do nothing any more', async () => {
    const { journal, acquireBriefly, letLapse } = subject()
    const roundId = newRound()
    expect(await acquireBriefly({ roundId, owner: 'host' })).toMatchObject({ epoch: 1 })
    await letLapse()
    expect(await journal.acquire({ roundId, owner: 'other' })).toMatchObject({ epoch: 2 })

    const stale = { roundId, epoch: 1 }
    expect(await journal.append(frameOf(roundId))).toBe('fenced')
    expect(await journal.renew(stale)).toBe('fenced')
    expect(await journal.release(stale)).toBe('fenced')
    expect(await journal.conclude(stale)).toBe('fenced')
  })

  test('a lapsed lease that nobody took over still appends, and runs again', async () => {
    const { journal, acquireBriefly, letLapse } = subject()
    const roundId = newRound()
    await acquireBriefly({ roundId, owner: 'host' })
    await letLapse()
    expect(await journal.append(frameOf(roundId))).toBe('appended')
    expect(await journal.acquire({ roundId, owner: 'other' })).toBe('held')
  })

  test('a renewed lease runs again', async () => {
    const { journal, acquireBriefly, letLapse } = subject()
    const roundId = newRound()
    await acquireBriefly({ roundId, owner: 'host' })
    await letLapse()
    expect(await journal.renew({ roundId, epoch: 1 })).toBe('renewed')
    expect(await journal.acquire({ roundId, owner: 'other' })).toBe('held')
  })

  test('a released lease is free at once', async () => {
    const { journal } = subject()
    const roundId = await roundWith(1)
    expect(await journal.release({ roundId, epoch: 1 })).toBe('released')
    expect(await journal.acquire({ roundId, owner: 'other' })).toEqual({
      epoch: 2,
      headTick: 0,
      headHash: 'hash0',
    })
  })
}

function describeFrames(subject: Subject, roundWith: RoundWith): void {
  test.each`
    fault                                | changes
    ${'a tick the journal holds'}        | ${{ tick: 1, previousHash: 'hash0' }}
    ${'a tick after a gap'}              | ${{ tick: 3, previousHash: 'hash1' }}
    ${'a frame behind another head'}     | ${{ tick: 2, previousHash: 'elsewhere' }}
    ${'a frame behind no head'}          | ${{ tick: 2, previousHash: null }}
    ${'a frame of an epoch yet to come'} | ${{ tick: 2, epoch: 2 }}
    ${'a frame of a round nobody holds'} | ${{ roundId: 'r_nobody', tick: 0 }}
  `('$fault is fenced, and changes nothing', async ({ changes }) => {
    const { journal } = subject()
    const roundId = await roundWith(2)
    expect(await journal.append(frameOf(roundId, changes))).toBe('fenced')
    expect(await ticksOf(journal, roundId)).toEqual([0, 1])
    expect(await journal.append(frameOf(roundId, { tick: 2 }))).toBe('appended')
  })

  test('a first frame that claims to follow another is fenced', async () => {
    const roundId = await roundWith(0)
    expect(await subject().journal.append(frameOf(roundId, { previousHash: 'hash' }))).toBe('fenced')
  })

  test('of many frames for one tick, one is appended', async () => {
    const { journal } = subject()
    const roundId = await roundWith(0)
    const frames = Array.from({ length: 12 }, (_, index) => frameOf(roundId, { hash: `rival${index}` }))
    const answers = await Promise.all(frames.map((frame) => journal.append(frame)))
    expect(answers.filter((answer) => answer === 'appended')).toHaveLength(1)
  })

  test('frames are read in order from any tick, over many pages', async () => {
    const roundId = await roundWith(430)
    const ticks = await ticksOf(subject().journal, roundId, 25)
    expect(ticks).toEqual(Array.from({ length: 405 }, (_, index) => 25 + index))
  })

  test('a frame is read as it was written', async () => {
    const { journal } = subject()
    const roundId = await roundWith(0)
    const everyByte = Uint8Array.from({ length: 70_000 }, (_, index) => index % 256)
    const frames = [
      frameOf(roundId, { body: bytes(), commandCount: 0 }),
      frameOf(roundId, { tick: 1, body: everyByte }),
    ]
    for (const frame of frames) await journal.append(frame)

    const read = []
    for await (const frame of journal.frames({ roundId, fromTick: 0 })) read.push(frame)
    expect(read).toEqual(frames.map(({ previousHash, ...stored }) => stored))
  })

  test('a round nobody wrote has no frames', async () => {
    expect(await ticksOf(subject().journal, 'r_unknown')).toEqual([])
  })
}

function describeSnapshots(subject: Subject, roundWith: RoundWith): void {
  test('the three newest snapshots are kept, newest first', async () => {
    const { journal } = subject()
    const roundId = await roundWith(5)
    for (const tick of [0, 1, 2, 4, 3]) {
      const snapshot = { roundId, tick, hash: `hash${tick}`, body: bytes(tick) }
      expect(await journal.writeSnapshot(snapshot)).toBe('written')
    }
    const kept = [4, 3, 2].map((tick) => ({ roundId, tick, hash: `hash${tick}`, body: bytes(tick) }))
    expect(await journal.snapshots(roundId)).toEqual(kept)
  })

  test('a snapshot of a frame the journal does not hold is refused', async () => {
    const { journal } = subject()
    const roundId = await roundWith(1)
    const body = bytes(1)
    expect(await journal.writeSnapshot({ roundId, tick: 0, hash: 'other', body })).toBe('unknown_frame')
    expect(await journal.writeSnapshot({ roundId, tick: 1, hash: 'hash1', body })).toBe('unknown_frame')
    expect(await journal.snapshots(roundId)).toEqual([])
  })

  test('a snapshot written again replaces the first', async () => {
    const { journal } = subject()
    const roundId = await roundWith(1)
    await journal.writeSnapshot({ roundId, tick: 0, hash: 'hash0', body: bytes(1) })
    await journal.writeSnapshot({ roundId, tick: 0, hash: 'hash0', body: bytes(2) })
    expect(await journal.snapshots(roundId)).toEqual([{ roundId, tick: 0, hash: 'hash0', body: bytes(2) }])
  })
}

function describeLives(subject: Subject, roundWith: RoundWith): void {
  test('an opening is written once', async () => {
    const { journal } = subject()
    const roundId = newRound()
    expect(await journal.opening(roundId)).toBeNull()
    expect(await journal.writeOpening({ roundId, body: bytes(1, 2) })).toBe('written')
    expect(await journal.writeOpening({ roundId, body: bytes(3) })).toBe('exists')
    expect(await journal.opening(roundId)).toEqual(bytes(1, 2))
  })

  test('live rounds are those opened and not concluded, oldest first', async () => {
    const { journal } = subject()
    const unhosted = newRound()
    await journal.writeOpening({ roundId: unhosted, body: bytes(1) })
    const [held, released, over] = [await roundWith(1), await roundWith(1), await roundWith(1)]
    await journal.release({ roundId: released, epoch: 1 })
    await journal.conclude({ roundId: over, epoch: 1 })

    const live = await journal.liveRounds()
    expect(live.filter(({ roundId }) => [unhosted, held, released, over].includes(roundId))).toEqual([
      { roundId: unhosted, owner: null, held: false },
      { roundId: held, owner: 'host', held: true },
      { roundId: released, owner: 'host', held: false },
    ])
  })

  test('a concluded round takes no more hosts and no more frames, and stays readable', async () => {
    const { journal } = subject()
    const roundId = await roundWith(2)
    expect(await journal.conclude({ roundId, epoch: 1 })).toBe('concluded')
    expect(await journal.append(frameOf(roundId, { tick: 2 }))).toBe('fenced')
    expect(await journal.renew({ roundId, epoch: 1 })).toBe('fenced')
    expect(await journal.acquire({ roundId, owner: 'host' })).toBe('concluded')
    expect(await ticksOf(journal, roundId)).toEqual([0, 1])
  })

  test('a live round is not forgotten', async () => {
    const { journal } = subject()
    const roundId = await roundWith(1)
    expect(await journal.forget(roundId)).toBe('live')
    expect(await ticksOf(journal, roundId)).toEqual([0])
  })

  test('nothing is left of a forgotten round', async () => {
    const { journal } = subject()
    const roundId = await roundWith(2)
    await journal.writeSnapshot({ roundId, tick: 1, hash: 'hash1', body: bytes(1) })
    await journal.conclude({ roundId, epoch: 1 })

    expect(await journal.forget(roundId)).toBe('forgotten')
    expect(await ticksOf(journal, roundId)).toEqual([])
    expect(await journal.snapshots(roundId)).toEqual([])
    expect(await journal.opening(roundId)).toBeNull()
    expect(await journal.forget(roundId)).toBe('forgotten')
  })
}
