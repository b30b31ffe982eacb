import {
  digestOfCommitments,
  execute,
  openRound,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
  view,
  wordDigest,
} from '@cascade/engine'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { commitmentSeen, keepCommitment } from './commitments-seen.ts'

const ROUND = roundId('r_words')
const seat = seatId('s1')
const commitment = 'c'.repeat(64)
const others = { seat: seatId('s2'), digest: 'd'.repeat(64) }
const asked = (...words: { seat: typeof seat; digest: string }[]) => ({ roundId: ROUND, commitment, words })

/** What a tab's storage does, as far as it is used here. */
function storage(): Pick<Storage, 'getItem' | 'setItem'> {
  const held = new Map<string, string>()
  return { getItem: (key) => held.get(key) ?? null, setItem: (key, text) => void held.set(key, text) }
}

/** What the page itself holds goes with the page: every test opens another. */
const openPage = () => import('./words-kept.ts')
let page: Awaited<ReturnType<typeof openPage>>

beforeEach(async () => {
  vi.stubGlobal('localStorage', storage())
  vi.resetModules()
  page = await openPage()
})
afterEach(() => vi.unstubAllGlobals())

describe('a word that this browser keeps', () => {
  test('is drawn by chance, and only its digest is given', () => {
    const [one, other] = [page.drawWord(), page.drawWord()]
    expect(one).toMatch(/^[0-9a-f]{64}$/)
    expect(one).not.toBe(other)
  })

  test('is revealed for a list that its digest is in, and both are kept', () => {
    const digest = page.drawWord()
    page.drawWord()
    const question = asked(others, { seat, digest })
    const word = page.revealWord(question)
    expect(wordDigest(word ?? '')).toBe(digest)
    expect(page.ownWord(ROUND)).toEqual({ word, roundId: ROUND, given: digestOfCommitments(question.words) })
    expect(commitmentSeen(ROUND)).toBe(commitment)
  })

  test('is not revealed for a list without it', () => {
    page.drawWord()
    expect(page.revealWord(asked(others))).toBeNull()
    expect(page.ownWord(ROUND)).toBeNull()
  })

  test('is not revealed to a server that has changed its own part', () => {
    keepCommitment(ROUND, 'e'.repeat(64))
    expect(page.revealWord(asked({ seat, digest: page.drawWord() }))).toBeNull()
  })

  test('stays with the first list that it was revealed for', () => {
    const own = { seat, digest: page.drawWord() }
    const word = page.revealWord(asked(own))
    expect(page.revealWord(asked(own, others))).toBe(word)
    expect(page.ownWord(ROUND)?.given).toBe(digestOfCommitments([own]))
  })

  test('is known as the round’s own as soon as the seat is taken', () => {
    const round = openRound(standardConfig({ id: ROUND }), seedFromText('web'))
    const digest = page.drawWord()
    execute(round, { type: 'seat.join', seat, kind: 'human', character: null, wordDigest: digest })
    page.noteSeat({ round: view(round, seat), seat: null })
    expect(page.ownWord(ROUND)).toBeNull()
    page.noteSeat({ round: view(round, seat), seat })
    const kept = page.ownWord(ROUND)
    expect(kept).toMatchObject({ roundId: ROUND, given: null })
    expect(wordDigest(kept?.word ?? '')).toBe(digest)
  })

  test('is not the round’s own when another browser of the same person sat down first', () => {
    const round = openRound(standardConfig({ id: ROUND }), seedFromText('web'))
    execute(round, { type: 'seat.join', seat, kind: 'human', character: null, wordDigest: others.digest })
    page.drawWord()
    page.noteSeat({ round: view(round, seat), seat })
    expect(page.ownWord(ROUND)).toBeNull()
  })

  test('is kept by the page where nothing can be stored', () => {
    const refuse = () => {
      throw new Error('a private window')
    }
    vi.stubGlobal('localStorage', { getItem: refuse, setItem: refuse })
    const digest = page.drawWord()
    expect(wordDigest(page.revealWord(asked({ seat, digest })) ?? '')).toBe(digest)
  })
})
