import { execFile } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { commitmentOf, marketKey, seatId, seedFromText, wordDigest } from '@cascade/engine'
import { Recording, replayFileSchema } from '@cascade/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cascade, ROOT } from './cascade.ts'

const PAGE = join(ROOT, 'docs', 'fairness.md')
const node = promisify(execFile)
const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cascade-fairness-'))
  file = join(folder, 'round.json')
  const round = ['--seed', 'fair', '--players', '2', '--ticks', '20']
  expect(await cascade(['simulate', ...round, '--out', file])).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

/** The program of the page, saved as the page says. */
async function program(): Promise<string> {
  const [, text = ''] = /```js\n([^`]*(?:`[^`]*`[^`]*)*)```/.exec(await readFile(PAGE, 'utf8')) ?? []
  const check = join(folder, 'check.mjs')
  await writeFile(check, text)
  return check
}

test('the program of the page checks a replay file and a record, and needs nothing of ours', async () => {
  const check = await program()
  const text = await readFile(file, 'utf8')
  const { commitment, opening, frames } = replayFileSchema.parse(JSON.parse(text))
  expect(commitment).toBe(commitmentOf(opening))
  expect((await node(process.execPath, [check, file])).stdout).toBe(
    `holds ${commitment}\nkey ${opening.seed}\n`,
  )

  // A server's record holds the same in another order of keys.
  const record = join(folder, 'record.json')
  const config = Object.fromEntries(Object.entries(JSON.parse(text).opening.config).toReversed())
  const data = { opening: { seed: opening.seed, config }, commitment, frames }
  await writeFile(record, JSON.stringify({ result: { data } }))
  expect((await node(process.execPath, [check, record])).stdout).toMatch(`holds ${commitment}\n`)

  const forged = join(folder, 'forged.json')
  await writeFile(forged, text.replace(/"startingCash":"\d+"/, '"startingCash":"1"'))
  expect((await node(process.execPath, [check, forged])).stdout).toMatch(/^does not hold [0-9a-f]{64}\n/)
})

test('the program of the page and `cascade verify` tell whose words are in the key', async () => {
  const { opening } = replayFileSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  const [ann, ben] = ['ann', 'ben'].map((name) => ({ seat: seatId(name), word: seedFromText(name) }))
  if (!ann || !ben) throw new Error('there are two')
  const recording = new Recording(opening)
  const joins = [ann, ben].map(({ seat, word }) => {
    const join = { type: 'seat.join', seat, kind: 'human', character: null } as const
    return { ...join, wordDigest: wordDigest(word) }
  })
  recording.carryOut(1, [...joins, { type: 'round.start', words: [ben] }, { type: 'clock.advance' }])
  const played = join(folder, 'words.json')
  await writeFile(played, recording.text)
  const { stdout } = await node(process.execPath, [await program(), played])
  expect(stdout.split('\n').slice(1)).toEqual([
    'the word of ann is missing ',
    `the word of ben is in ${ben.word}`,
    `key ${marketKey(opening, [ben])}`,
    '',
  ])
  const verdict = await cascade(['verify', played])
  expect(verdict).toMatchObject({ code: 0 })
  expect(verdict.out).toContain("1 of 2 players' words are in the market's key.")
}, 60_000)

test('the worked example of the page is right', async () => {
  const rows = (await readFile(PAGE, 'utf8')).matchAll(/^\| ([a-z ]+) \| `([^`]+)`/gm)
  const cells = new Map([...rows].map(([, name = '', cell = '']) => [name, cell]))
  const cell = (name: string): string => cells.get(name) ?? ''
  expect(cell('its digest')).toBe(digest(cell('configuration')))
  expect(cell('message')).toBe(`commit|${cell('round')}|${cell('its digest')}`)
  const key = Buffer.from(cell('seed'), 'hex')
  expect(key).toHaveLength(32)
  expect(cell('its promise')).toBe(digest(cell('a word')))
  expect(cell('both sorted')).toBe([cell('a word'), cell('another word')].toSorted().join('|'))
  expect(cell('words digest')).toBe(digest(cell('both sorted')))
  expect(cell('message of the key')).toBe(`key|${cell('round')}|${cell('words digest')}`)
  expect(cell('key')).toBe(createHmac('sha256', key).update(cell('message of the key')).digest('hex'))
  expect(cell('commitment')).toBe(createHmac('sha256', key).update(cell('message')).digest('hex'))
})
