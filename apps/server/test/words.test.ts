import { marketKey, type RevealedWord, seedFromText, wordDigest } from '@cascade/engine'
import { type DownMessage, openingSchema } from '@cascade/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Player } from './fixtures/player.ts'
import { type ServerHere, startHere } from './fixtures/running-server.ts'
import { embeddedHome, type Home } from './fixtures/temporary.ts'
import { recordOf, verified } from './fixtures/verified.ts'

/** Markets are drawn by chance: in one that is known beforehand no word is asked for. */
const CHANCE = { seed: '' }
const ANN = seedFromText('ann')
const BEN = seedFromText('ben')
const [annsDigest, bensDigest] = [wordDigest(ANN), wordDigest(BEN)]

let home: Home
let here: ServerHere
beforeAll(async () => {
  home = embeddedHome()
  here = await startHere(home, CHANCE)
})
afterAll(async () => {
  await here.server.stop()
  await home.remove()
})

/** Shows a word whenever it is asked for, and notes what it was asked with. */
function reveals(player: Player, word: string): DownMessage<'reveal'>[] {
  const asked: DownMessage<'reveal'>[] = []
  player.socket.on('reveal', (question: DownMessage<'reveal'>) => {
    asked.push(question)
    void player.ask('word.reveal', { roundId: question.roundId, word })
  })
  return asked
}

/** Rings the bell, and carries the whole round out again from its record. */
async function recordAfter(host: Player, roundId: string) {
  await host.must('round.end', { roundId })
  const record = await recordOf(host, roundId)
  const { seed, config } = openingSchema.parse(record.opening)
  const { round } = verified(record)
  const key = (words: readonly RevealedWord[]) => marketKey({ seed, config }, words)
  return { seats: round.seats, drawnFrom: round.secret?.key, seed, key }
}

describe("players' words", () => {
  test('are asked for at the start, and those that came are in the journal and in the key', async () => {
    const [host, ann, ben] = [
      await Player.connect(here.url),
      await Player.connect(here.url),
      await Player.connect(here.url),
    ]
    const { roundId, roomCode } = await host.must('room.open', { options: {} })
    await host.must('round.watch', { roundId })
    const asked = reveals(ann, ANN)
    const code = roomCode ?? ''
    const joined = await ann.must('round.join', { code, name: 'Ann', wordDigest: annsDigest })
    await ben.must('round.join', { code, name: 'Ben', wordDigest: bensDigest })
    // Before the list is closed nobody hears a word.
    expect(await ann.must('word.reveal', { roundId, word: ANN })).toEqual({ counted: false })

    // Ben's browser sleeps: the start waits for it a little, and goes on without.
    await host.must('round.start', { roundId })
    const { commitment } = joined.snapshot
    const words = [
      { seat: 's1', digest: annsDigest },
      { seat: 's2', digest: bensDigest },
    ]
    expect(asked).toEqual([{ roundId, commitment, words }])
    expect(await ben.must('word.reveal', { roundId, word: BEN })).toEqual({ counted: false })
    expect(await host.ask('word.reveal', { roundId, word: BEN })).toEqual({ refusal: 'not_seated' })

    const late = await Player.connect(here.url)
    await late.must('round.join', { code, name: 'Late', wordDigest: bensDigest })
    const { seats, drawnFrom, seed, key } = await recordAfter(host, roundId)
    expect([...seats.values()].map(({ id, wordDigest: digest, word }) => [id, digest, word])).toEqual([
      ['s1', annsDigest, ANN],
      ['s2', bensDigest, undefined],
      ['s3', undefined, undefined],
    ])
    expect(drawnFrom).toBe(key([{ seat: joined.seat, word: ANN }]))
    expect(drawnFrom).not.toBe(seed)
    for (const each of [host, ann, ben, late]) each.close()
  })

  test('survive a restart, before the start and after it', async () => {
    const own = embeddedHome()
    const first = await startHere(own, CHANCE)
    const host = await Player.connect(first.url)
    const { roundId } = await host.must('room.open', { options: {} })
    await host.must('round.join', { roundId, name: 'Ann', wordDigest: annsDigest })
    host.close()
    await first.server.stop()

    const second = await startHere(own, CHANCE)
    const again = await Player.connect(second.url, host.cookie)
    reveals(again, ANN)
    await again.must('round.watch', { roundId })
    await again.must('round.start', { roundId })
    const { snapshot, seat } = await again.must('round.watch', { roundId })
    expect(snapshot.round.seats).toMatchObject([['s1', { wordDigest: annsDigest, word: ANN }]])
    await again.until(() => again.frames.length > 5)
    again.close()
    await second.server.stop()

    const third = await startHere(own, CHANCE)
    const back = await Player.connect(third.url, host.cookie)
    await back.must('round.watch', { roundId })
    await back.until(() => back.frames.length > 5)
    const { drawnFrom, key } = await recordAfter(back, roundId)
    expect(drawnFrom).toBe(seat && key([{ seat, word: ANN }]))
    back.close()
    await third.server.stop()
    await own.remove()
  }, 60_000)

  test('count in a solo round too, after its commitment was shown', async () => {
    const player = await Player.connect(here.url)
    const asked = reveals(player, ANN)
    const { roundId } = await player.must('round.open', {
      kind: 'solo',
      options: { opponents: [{ character: 'careful', count: 1 }] },
      wordDigest: annsDigest,
    })
    const { snapshot } = await player.must('round.watch', { roundId })
    expect(asked).toMatchObject([{ roundId, commitment: snapshot.commitment }])
    const { drawnFrom, key, seats } = await recordAfter(player, roundId)
    const [own] = seats.keys()
    expect(drawnFrom).toBe(own && key([{ seat: own, word: ANN }]))
    player.close()
  })

  test('are not asked for where nobody gave one', async () => {
    const player = await Player.connect(here.url)
    const { roundId } = await player.must('round.open', { kind: 'solo', options: {} })
    expect(player.heard.some(({ name }) => name === 'reveal')).toBe(false)
    const { drawnFrom, seed } = await recordAfter(player, roundId)
    expect(drawnFrom).toBe(seed)
    player.close()
  })
})
