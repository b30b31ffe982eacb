import {
  type Command,
  canonical,
  price,
  type Script,
  scriptDigest,
  seatId,
  seedFromText,
  wordDigest,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { opening, played } from '../test/played.ts'
import { replayFileSchema } from './record.ts'
import { Recording } from './recording.ts'
import { verifyReplay } from './verify-replay.ts'

const text = played().text

/** The same text with one letter replaced by another. */
const changed = (at: number, letter: string): string => text.slice(0, at) + letter + text.slice(at + 1)

const tickOf = (forged: string): number | null => {
  const verdict = verifyReplay(forged)
  if (verdict.genuine) throw new Error('a forged file was taken for genuine')
  return verdict.tick
}

test('a replay file is canonical JSON with a line feed, and is read by its schema', () => {
  const file = replayFileSchema.parse(JSON.parse(text))
  expect(`${canonical(file)}\n`).toBe(text)
  expect(canonical(file.opening)).toBe(canonical(opening))
})

test('the same journal writes the same text', () => {
  expect(played().text).toBe(text)
})

test('an untouched file is genuine', () => {
  const verdict = verifyReplay(text)
  expect(verdict).toMatchObject({ genuine: true, frames: 40, summary: { ticks: 40, seats: 2 } })
})

test('one changed letter anywhere is refused', () => {
  // Steps of a prime number of letters land in every kind of place.
  for (let at = 0; at < text.length; at += 149) {
    const letter = text[at] === '7' ? '8' : '7'
    expect(verifyReplay(changed(at, letter)).genuine, `${at}: ${text.slice(at - 20, at + 20)}`).toBe(false)
    expect(verifyReplay(changed(at, ' ')).genuine || text[at] === ' ', `${at} blank`).toBe(false)
  }
}, 30_000)

test.each([
  ['a fingerprint', 17, '"fingerprint":"', 15],
  ['a hash', 9, '"hash":"', 10],
  ['a command', 30, 'clock.advance', 3],
  ['a bracket', 25, '"commands":[', 11],
  ['a quotation mark', 12, '"commands":[', 0],
])('%s that was changed in the frame of tick %d is found there', (_, tick, near, offset) => {
  const frame = text.split('{"commands":')[tick] ?? ''
  const start = text.indexOf(`{"commands":${frame}`)
  const at = text.indexOf(near, start) + offset
  expect(tickOf(changed(at, text[at] === '3' ? '4' : '3'))).toBe(tick)
})

test('the body of a rejected order leaves no trace in the round, and is still found', () => {
  const at = text.indexOf('"NOPE"') + 1
  expect(tickOf(changed(at, 'H'))).toBe(2)
})

test('a command that was repeated leaves no trace in the round, and is still found', () => {
  const second = text.indexOf('"n":3', text.indexOf('"n":3') + 1)
  expect(tickOf(changed(second + 4, '2'))).toBe(2)
})

test.each([
  ['a character in the journal', '"character":"hedger"', 14, 1],
  ['the seed', '"seed":"', 10, 0],
  ['the commitment', '"commitment":"', 20, 0],
  ['the configuration', '"startingCash":"', 16, 0],
  ['the round', '"r_played"', 4, 0],
  ['the rules', 'cascade-rules', 3, 0],
  ['the version', '"version":3}', 10, 0],
])('%s that was changed is found before anything else', (_, near, offset, tick) => {
  const at = text.indexOf(near) + offset
  expect(tickOf(changed(at, text[at] === '3' ? '4' : '3'))).toBe(tick)
})

test.each([
  ['seed', '"seed":"', 10],
  ['commitment', '"commitment":"', 20],
  ['configuration', '"startingCash":"', 16],
])('a %s that was not committed to is refused in words', (_, near, offset) => {
  const at = text.indexOf(near) + offset
  const verdict = verifyReplay(changed(at, text[at] === '3' ? '4' : '3'))
  expect(verdict).toMatchObject({ genuine: false, problem: expect.stringContaining('committed to') })
})

test.each([
  ['a figure of the summary', '"fills":', 8],
  ['a character of the summary', '"character":"hedger"', 14],
])('%s that was changed is found at the last tick', (_, near, offset) => {
  const at = text.lastIndexOf(near) + offset
  expect(tickOf(changed(at, text[at] === '3' ? '4' : '3'))).toBe(40)
})

test('white space counts', () => {
  expect(tickOf(text.slice(0, -1))).toBe(40)
  expect(tickOf(`${text}\n`)).toBe(40)
  expect(tickOf(` ${text}`)).toBe(0)
  expect(tickOf(text.replace('"opening":', '"opening": '))).toBe(0)
  expect(tickOf(text.replace(/,\{"commands":/, ', {"commands":'))).toBe(2)
})

test('frames that are missing, doubled or exchanged are found', () => {
  const file = JSON.parse(text)
  const { frames } = file
  const withFrames = (kept: unknown[]): string => `${canonical({ ...file, frames: kept })}\n`
  expect(tickOf(withFrames(frames.slice(0, -1)))).toBe(39)
  expect(tickOf(withFrames(frames.toSpliced(20, 1)))).toBe(21)
  expect(tickOf(withFrames(frames.toSpliced(20, 0, frames[20])))).toBe(22)
  expect(tickOf(withFrames([...frames, frames[39]]))).toBe(41)
})

test.each([
  ['nothing', ''],
  ['a text', 'Dear teacher'],
  ['a number', '7'],
  ['null', 'null'],
  ['an empty object', '{}'],
  ['a list', '[]'],
  ['something else', '{"format":"cascade-options","version":1}'],
])('%s is no replay file', (_, other) => {
  expect(tickOf(other)).toBe(null)
})

test("players' words are counted, and none can be left out, added or changed", () => {
  const [ann, ben] = ['ann', 'ben'].map((name) => ({ seat: seatId(name), word: seedFromText(name) }))
  if (!ann || !ben) throw new Error('there are two')
  const recording = new Recording(opening)
  const joins = [ann, ben].map(
    ({ seat, word }): Command => ({
      type: 'seat.join',
      seat,
      kind: 'human',
      character: null,
      wordDigest: wordDigest(word),
    }),
  )
  recording.carryOut(1, [...joins, { type: 'round.start', words: [ben] }, { type: 'clock.advance' }])
  const { text: written } = recording
  expect(verifyReplay(written)).toMatchObject({ genuine: true, words: { committed: 2, revealed: 1 } })
  const word = canonical(ben)
  for (const words of ['', `${word},${canonical(ann)}`, canonical({ ...ben, word: ann.word })]) {
    expect(written).toContain(`"words":[${word}]`)
    const forged = written.replace(`"words":[${word}]`, `"words":[${words}]`)
    expect(verifyReplay(forged)).toMatchObject({ genuine: false, tick: 1 })
  }
})

/** A replay file of a round that is bound to a script, and plays it or, for a forger, something else. */
function written(script: Script, played: Script = script, kept: Script = script): string {
  const { seed, config } = opening
  const market = { ...config.market, scripted: true, scriptDigest: scriptDigest({ script, seed }) } as const
  const recording = new Recording({ config: { ...config, market }, seed, script: kept })
  recording.carryOut(1, [{ type: 'round.start' }])
  for (const [index, marks] of played.entries())
    recording.carryOut(index + 2, [{ type: 'clock.advance', marks }])
  return recording.text
}

const scriptOf = (...marks: readonly number[]): Script => marks.map((mark) => [price(mark), price(3200)])

test('RND-020 a round that played the marks it was bound to is genuine', () => {
  expect(verifyReplay(written(scriptOf(64_000, 63_000)))).toMatchObject({ genuine: true, frames: 3 })
  const early = written(scriptOf(64_000, 63_000), scriptOf(64_000))
  expect(verifyReplay(early)).toMatchObject({ genuine: true, frames: 2 })
})

test('RND-020 a round that played other marks than it was bound to is found', () => {
  const bound = scriptOf(64_000, 63_000)
  expect(tickOf(written(bound, bound, scriptOf(64_000, 62_000)))).toBe(0)
  expect(tickOf(written(bound, scriptOf(64_000, 62_000)))).toBe(2)
})
