import { execFile } from 'node:child_process'
import { createHash, createHmac } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { commitmentOf } from '@cascade/engine'
import { replayFileSchema } from '@cascade/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cascade, ROOT } from './cascade.ts'

const PAGE = join(ROOT, 'docs', 'fairness.md')
const node = promisify(execFile)

let folder = ''
let file = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cascade-fairness-'))
  file = join(folder, 'round.json')
  const round = ['--seed', 'fair', '--players', '2', '--ticks', '20']
  expect(await cascade(['simulate', ...round, '--out', file])).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

test('the program of the page checks a replay file and a record, and needs nothing of ours', async () => {
  const [, program = ''] = /```js\n([^`]*(?:`[^`]*`[^`]*)*)```/.exec(await readFile(PAGE, 'utf8')) ?? []
  const check = join(folder, 'check.mjs')
  await writeFile(check, program)
  const text = await readFile(file, 'utf8')
  const { commitment, opening } = replayFileSchema.parse(JSON.parse(text))
  expect(commitment).toBe(commitmentOf(opening))
  expect((await node(process.execPath, [check, file])).stdout).toBe(`holds ${commitment}\n`)

  // A server's record holds the same in another order of keys.
  const record = join(folder, 'record.json')
  const config = Object.fromEntries(Object.entries(JSON.parse(text).opening.config).toReversed())
  const data = { opening: { seed: opening.seed, config }, commitment }
  await writeFile(record, JSON.stringify({ result: { data } }))
  expect((await node(process.execPath, [check, record])).stdout).toBe(`holds ${commitment}\n`)

  const forged = join(folder, 'forged.json')
  await writeFile(forged, text.replace(/"startingCash":"\d+"/, '"startingCash":"1"'))
  expect((await node(process.execPath, [check, forged])).stdout).toMatch(/^does not hold [0-9a-f]{64}\n$/)
})

test('the worked example of the page is right', async () => {
  const rows = (await readFile(PAGE, 'utf8')).matchAll(/^\| ([a-z ]+) \| `([^`]+)`/gm)
  const cells = new Map([...rows].map(([, name = '', cell = '']) => [name, cell]))
  const cell = (name: string): string => cells.get(name) ?? ''
  expect(cell('its digest')).toBe(createHash('sha256').update(cell('configuration')).digest('hex'))
  expect(cell('message')).toBe(`commit|${cell('round')}|${cell('its digest')}`)
  const key = Buffer.from(cell('seed'), 'hex')
  expect(key).toHaveLength(32)
  expect(cell('commitment')).toBe(createHmac('sha256', key).update(cell('message')).digest('hex'))
})
