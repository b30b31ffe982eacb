import {
  digestOfCommitments,
  type SeatId,
  seatId,
  seedFromText,
  wordDigest,
  wordsCommitted,
} from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { toldBy } from '../test/played.ts'
import { market, Recorder } from '../test/recorder.ts'
import { otherMode } from './other-mode.ts'
import { readRound } from './reading.ts'
import { verify } from './verify.ts'
import { tellWords } from './words.ts'

const wordOf = (name: string) => ({ seat: seatId(name), word: seedFromText(name) })
const [ann, ben] = [wordOf('ann'), wordOf('ben')]
const ANOTHER = seedFromText('another')

/** A round of two who gave words, of which one came in time. */
function played(): { recorder: Recorder; given: string } {
  const recorder = new Recorder('words', { ticks: 30, scenario: 'wild' })
  for (const { seat, word } of [ann, ben]) {
    recorder.do({ type: 'seat.join', seat, kind: 'human', character: null, wordDigest: wordDigest(word) })
  }
  const given = digestOfCommitments(wordsCommitted(recorder.round.seats.values()))
  recorder.do({ type: 'round.start', words: [ann] })
  recorder.do({ type: 'order.place', seat: ben.seat, id: null, order: market('BTC', 'buy', '0.05') })
  recorder.ticks(30)
  return { recorder, given }
}

const { recorder, given } = played()
const record = recorder.record()
const reading = toldBy(readRound(record))
const told = (kept: Parameters<typeof tellWords>[1]) => tellWords(reading.seats.values(), kept)

describe("the players' words of a record", () => {
  test('are counted, and the own is told: in, missing, or none', () => {
    const counted = { committed: 2, revealed: 1, isListChanged: false }
    expect(told({ word: ann.word, given })).toEqual({ ...counted, own: 'in' })
    expect(told({ word: ben.word, given })).toEqual({ ...counted, own: 'missing' })
    expect(told({ word: ben.word, given: null })).toEqual({ ...counted, own: 'missing' })
    expect(told(null)).toEqual({ ...counted, own: 'none' })
  })

  test('are another list than the reader was shown when somebody was added', () => {
    const shown = digestOfCommitments([{ seat: ann.seat, digest: wordDigest(ann.word) }])
    expect(told({ word: ann.word, given: shown })).toMatchObject({ own: 'in', isListChanged: true })
  })

  test.each([
    ['left out', []],
    ['put in later', [ann, ben]],
    ['replaced', [{ ...ann, word: ANOTHER }]],
  ])('cannot be %s without being noticed', (_, words) => {
    const frames = record.frames.map((frame) => ({
      ...frame,
      commands: frame.commands.map((each) => (each.type === 'round.start' ? { ...each, words } : each)),
    }))
    expect(verify(record)).toMatchObject({ verified: true })
    expect(verify({ ...record, frames })).toMatchObject({ verified: false, problem: { kind: 'differs' } })
  })

  test.each<[string, SeatId]>([
    ['has its word in the key', ann.seat],
    ['has not', ben.seat],
  ])('make the market of a seat that plays alone and %s', (_, seat) => {
    const other = toldBy(otherMode(reading, seat))
    expect(other.own.equity).toBe(
      recorder.round.standings.find((row) => row.seat === seat)?.equity.toNumber(),
    )
  })
})
