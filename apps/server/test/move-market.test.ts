import { memoryJournal } from '@cascade/db'
import { rate } from '@cascade/engine'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ManualClock } from '../src/clock.ts'
import { playing, recoverHosted } from './fixtures/hosted-round.ts'
import { Player } from './fixtures/player.ts'
import { type ServerHere, startHere } from './fixtures/running-server.ts'
import { embeddedHome, type Home } from './fixtures/temporary.ts'

const shock = { instrument: null, move: '-0.2', minutes: 5, givenBack: 'none' } as const
const headline = 'An exchange halts withdrawals'

describe('a host moves the market', () => {
  let home: Home
  let here: ServerHere

  beforeAll(async () => {
    home = await embeddedHome()
    here = await startHere(home)
  })
  afterAll(async () => {
    await here.server.stop()
    await home.remove()
  })

  /** A room with its host and one player. */
  async function room() {
    const host = await Player.connect(here.url)
    const { roundId } = await host.must('room.open', { options: {} })
    await host.must('round.watch', { roundId })
    const anna = await Player.connect(here.url)
    await anna.must('round.join', { roundId, name: 'Anna' })
    return { host, anna, roundId }
  }

  const hasHeard = (player: Player, text: string) => () => JSON.stringify(player.frames).includes(text)

  test('RND-019 everybody hears of it and late comers too, but not where prices will be', async () => {
    const { host, anna, roundId } = await room()
    await host.must('round.start', { roundId })
    expect(await host.must('news.publish', { roundId, headline, shock })).toMatchObject({
      answer: { ok: true },
    })
    await Promise.all([host, anna].map((each) => each.until(hasHeard(each, headline))))
    const told = anna.frames.flatMap(({ events }) => events)
    expect(told.find(({ type }) => type === 'market.shocked')).toMatchObject({ instrument: null, plan: null })

    const late = await Player.connect(here.url)
    const { snapshot } = await late.must('round.join', { roundId, name: 'Bert' })
    expect(snapshot.round).toMatchObject({
      news: [{ headline }],
      shocks: [{ instrument: null, plan: null }],
    })
    for (const each of [host, anna, late]) each.close()
  })

  test('RND-018 a player may not, nor anybody before the start, nor beyond the bounds', async () => {
    const { host, anna, roundId } = await room()
    const early = await host.must('market.shock', { roundId, shock })
    expect(early.answer).toMatchObject({ ok: false, rejection: { reason: 'round_not_running' } })
    await host.must('round.start', { roundId })
    expect(await anna.ask('market.shock', { roundId, shock })).toEqual({ refusal: 'not_host' })
    expect(await anna.ask('news.publish', { roundId, headline, shock: null })).toEqual({
      refusal: 'not_host',
    })
    const far = await host.must('market.shock', { roundId, shock: { ...shock, move: '-0.5' } })
    expect(far.answer).toMatchObject({ rejection: { reason: 'shock_move_not_valid', limit: '0.2' } })
    expect(JSON.stringify(anna.frames)).not.toContain('market.shocked')
    for (const each of [host, anna]) each.close()
  })

  test('who fires without end has to wait', async () => {
    const { host, anna, roundId } = await room()
    await host.must('round.start', { roundId })
    const answers = await Promise.all(
      Array.from({ length: 15 }, () =>
        host.ask('market.shock', { roundId, shock: { ...shock, minutes: 0 } }),
      ),
    )
    expect(answers).toContainEqual(expect.objectContaining({ refusal: 'rate_limited' }))
    for (const each of [host, anna]) each.close()
  })

  test('a solo round’s only player is not its market’s host', async () => {
    const dora = await Player.connect(here.url)
    const { roundId } = await dora.must('round.open', { kind: 'solo', name: 'Dora', options: {} })
    expect(await dora.ask('market.shock', { roundId, shock })).toEqual({ refusal: 'not_host' })
    dora.close()
  })
})

test('RND-018 a recovered round goes on with its shocks and news', async () => {
  const clock = new ManualClock()
  const journal = memoryJournal({ now: () => clock.now() })
  const left = await playing({ journal, clock })
  const given = { ...shock, minutes: 240, move: rate(shock.move) }
  void left.host.submit({ type: 'news.publish', headline, shock: given })
  void left.host.submit({ type: 'market.shock', shock: { ...given, move: rate('-0.5') } })
  await left.ticks(3)
  const known = (hosted: typeof left) =>
    hosted.host.read(({ shocks, news, marks, fingerprint }) => ({ shocks, news, marks, fingerprint }))
  const before = await known(left)
  await left.host.stop()

  expect(before).toMatchObject({ news: [{ headline }], shocks: [{ plan: { minutes: 240 } }] })
  expect(await known(await recoverHosted({ journal, clock }))).toEqual(before)
})
