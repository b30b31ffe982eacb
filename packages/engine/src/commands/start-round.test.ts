import { describe, expect, test } from 'vitest'
import { reasonOf, request } from '../../test/scripted.ts'
import {
  canonical,
  countWords,
  evolve,
  execute,
  marketKey,
  openFeed,
  openRound,
  type RevealedWord,
  type Round,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
  view,
  viewEvent,
  wordDigest,
} from '../index.ts'

const config = standardConfig({ id: roundId('r_words'), ticks: 20 })
const seed = seedFromText('words')
const wordOf = (name: string): RevealedWord => ({ seat: seatId(name), word: seedFromText(name) })
const [ann, ben, eve] = [wordOf('ann'), wordOf('ben'), wordOf('eve')]

function sit(round: Round, { seat, word }: RevealedWord): void {
  const digest = wordDigest(word)
  execute(round, { type: 'seat.join', seat, kind: 'human', character: null, wordDigest: digest })
}

/** A lobby in which three people sit, each with a word of their own. */
function lobby(): Round {
  const round = openRound(config, seed)
  for (const each of [ann, ben, eve]) sit(round, each)
  return round
}

function started(words?: readonly RevealedWord[]): Round {
  const round = lobby()
  expect(reasonOf(execute(round, { type: 'round.start', ...(words && { words }) }))).toBe('accepted')
  return round
}

/** Where the market goes in a few ticks. */
function path(round: Round): string {
  for (let tick = 0; tick < 5; tick += 1) execute(round, { type: 'clock.advance' })
  return [...round.marks.values()].join(' ')
}

/** How trades moved prices in every tick of a round in which one seat buys and sells in turn. */
function traded(round: Round): readonly string[] {
  return Array.from({ length: round.config.clock.ticks - 1 }, (_, tick) => {
    const order = request(tick % 2 === 0 ? 'buy 0.2 BTC' : 'sell 0.2 BTC')
    execute(round, { type: 'order.place', seat: ann.seat, id: null, order })
    execute(round, { type: 'clock.advance' })
    return canonical([...round.impacts])
  })
}

describe('the words of players', () => {
  test('RND-017 without words the market draws from the seed, as it always did', () => {
    const plain = openRound(config, seed)
    execute(plain, { type: 'round.start' })
    expect(started().secret?.key).toBe(seed)
    expect(path(started())).toBe(path(plain))
  })

  test('RND-017 every word changes the key, the feed and the market', () => {
    const [none, one, two, all] = [started(), started([ann]), started([ann, ben]), started([ann, ben, eve])]
    const rounds = [none, one, two, all, started([ben, eve])]
    expect(new Set(rounds.map(({ secret }) => secret?.key)).size).toBe(5)
    expect(all.secret).toMatchObject({
      seed,
      key: marketKey({ config, seed }, [ann, ben, eve]),
      feed: openFeed(config, marketKey({ config, seed }, [ann, ben, eve])),
    })
    expect(new Set(rounds.map(path)).size).toBe(5)
  })

  test('RND-017 where trades move prices, ghosts and depth draw from the key too', () => {
    const wishes = { id: roundId('r_words'), scenario: 'flash', impact: 'stretched' } as const
    const moving = standardConfig({ ...wishes, ticks: 40, marketMinutesPerTick: 10 })
    const drawn = marketKey({ config: moving, seed }, [ann])
    const [worded, keyed] = [openRound(moving, seed), openRound(moving, drawn)]
    expect(canonical(worded.secret?.books)).not.toBe(canonical(keyed.secret?.books))
    for (const round of [worded, keyed]) sit(round, ann)
    execute(worded, { type: 'round.start', words: [ann] })
    execute(keyed, { type: 'round.start' })
    expect(canonical(worded.secret?.books)).toBe(canonical(keyed.secret?.books))
    expect(traded(worded)).toEqual(traded(keyed))
  })

  test('RND-017 the order in which words came does not change the market', () => {
    expect(path(started([eve, ann, ben]))).toBe(path(started([ann, ben, eve])))
  })

  test.each([
    ['another word', [ann, { ...ben, word: seedFromText('other') }]],
    ['the word of another seat', [{ ...ann, seat: ben.seat }]],
    ['a word of nobody', [{ ...ann, seat: seatId('nobody') }]],
    ['a word twice', [ann, ann]],
  ])('RND-017 %s is refused, and the round waits on', (_, words) => {
    const round = lobby()
    const { fingerprint } = round
    expect(reasonOf(execute(round, { type: 'round.start', words }))).toBe('word_not_committed')
    expect([round.phase, round.fingerprint]).toEqual(['lobby', fingerprint])
  })

  test('RND-017 who comes after the start gives no word', () => {
    const round = openRound(config, seed)
    execute(round, { type: 'round.start' })
    sit(round, ann)
    expect(round.seats.get(ann.seat)).toEqual({
      id: 'ann',
      kind: 'human',
      character: null,
      joinedAtTick: 0,
    })
  })

  test('RND-017 everybody sees whose words are in and whose are missing, and nobody the key', () => {
    const seen = view(started([ann, eve]), null)
    expect(countWords(seen.seats.values())).toEqual({ committed: 3, revealed: 2 })
    expect([...seen.seats.values()].map(({ word }) => word)).toEqual([ann.word, undefined, eve.word])
    expect(seen.secret).toBeNull()
  })

  test('RND-010 folding the start with its words gives the view of the started round', () => {
    const round = lobby()
    const seen = view(round, ben.seat)
    const { events } = execute(round, { type: 'round.start', words: [ann, ben] })
    const heard = events.flatMap((event) => viewEvent(event, ben.seat, config) ?? [])
    for (const event of heard) evolve(seen, event)
    expect(canonical(seen)).toBe(canonical(view(round, ben.seat)))
    expect(canonical([seen, heard])).not.toContain(round.secret?.key)
  })
})
