import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { COMMAND, cascade, ROOT } from './cascade.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cascade-cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('a round is one JSON object, the same each time, and its file is genuine until touched', async () => {
  const file = join(folder, 'round.json')
  const args = [
    'simulate',
    '--seed',
    'Ünïcode 🎲',
    '--players',
    '9',
    '--ticks',
    '150',
    '--scenario',
    'wild',
    '--json',
  ]
  const [first, second] = await Promise.all([cascade([...args, '--out', file]), cascade(args)])
  expect(first).toMatchObject({ code: 0, err: '' })
  const { seconds, ...report } = JSON.parse(first.out)
  expect(report).toMatchObject({ seed: 'Ünïcode 🎲', ticks: 150, seats: 9, scenario: 'wild', mode: 'choice' })
  expect(report.ranks).toHaveLength(9)
  const names: string[] = report.ranks.map(({ name }: { name: string }) => name)
  expect(new Set(names).size).toBe(9)
  expect(seconds).toBeGreaterThan(0)
  expect(JSON.parse(second.out)).toMatchObject(report)

  const text = await readFile(file, 'utf8')
  expect(text).not.toMatch(/seconds|\d{4}-\d{2}-\d{2}T/)
  for (const name of names) expect(text).not.toContain(name)
  const forged = join(folder, 'forged.json')
  const at = text.indexOf('"fingerprint":"', text.indexOf('"tick":99}')) + 20
  await writeFile(forged, text.slice(0, at) + (text[at] === 'a' ? 'b' : 'a') + text.slice(at + 1))
  const [genuine, refused, json] = await Promise.all([
    cascade(['verify', file]),
    cascade(['verify', forged]),
    cascade(['verify', forged, '--json']),
  ])
  expect(genuine).toMatchObject({ code: 0, err: '' })
  expect(genuine.out).toContain(report.fingerprint)
  expect(genuine.out).toContain('The seed and the configuration are the ones that were committed to')
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toContain('First tick that differs: 100')
  expect(json.code).toBe(1)
  expect(JSON.parse(json.out)).toMatchObject({ genuine: false, tick: 100 })
}, 60_000)

test('what is no replay file is refused in words', async () => {
  const file = join(folder, 'letter.txt')
  await writeFile(file, Buffer.from([0xff, 0xfe, 0x00, 0x41]))
  const [other, missing] = await Promise.all([
    cascade(['verify', file]),
    cascade(['verify', join(folder, 'missing.json')]),
  ])
  expect(other.code).toBe(1)
  expect(other.err).toMatch(/not a Cascade replay file[\s\S]*not valid JSON/)
  expect(missing.code).toBe(1)
  expect(missing.err).toContain('cannot be read')
}, 60_000)

test('a bad line does not stop the others, and is remembered to the end', async () => {
  const good = JSON.stringify({ side: 'long', size: '1', entryPrice: '100', walletBalance: '20' })
  const { code, out } = await cascade(['margin'], `${good}\nnonsense\n\n${good}`)
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(code).toBe(1)
  expect(lines).toHaveLength(3)
  expect(lines[0]).toMatchObject({ bankruptcyPrice: '80' })
  expect(lines[1]).toMatchObject({ line: 2 })
  expect(lines[2]).toEqual(lines[0])
}, 60_000)

test('a reader that has seen enough ends the command quietly', async () => {
  const child = spawn(process.execPath, [...COMMAND, 'prices', '--days', '60', '--bar', 'tick'], {
    cwd: ROOT,
  })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const code = await new Promise((resolve) => child.on('close', resolve))
  expect({ code, err }).toEqual({ code: 0, err: '' })
}, 60_000)

test('help comes at once and says what there is; a mistake is explained', async () => {
  const started = performance.now()
  const help = await cascade(['--help'])
  expect(performance.now() - started).toBeLessThan(5000)
  for (const command of ['simulate', 'verify', 'prices', 'fan', 'margin', 'run', 'scenarios'])
    expect(help.out).toContain(command)

  const [scenarios, wrongNumber, wrongInstrument, wrongBar] = await Promise.all([
    cascade(['scenarios', '--json']),
    cascade(['simulate', '--ticks', '1e3']),
    cascade(['simulate', '--instruments', 'BTC,NOPE']),
    cascade(['prices', '--bar', '1m', '--dt', '0.3']),
  ])
  expect(JSON.parse(scenarios.out)).toContainEqual(
    expect.objectContaining({ id: 'normal', text: expect.any(String), volatility: 1, event: null }),
  )
  expect(wrongNumber.err).toContain('whole number between')
  expect(wrongInstrument.err).toContain('there is no instrument NOPE')
  expect(wrongBar.err).toContain('whole number of ticks')
  for (const ended of [wrongNumber, wrongInstrument, wrongBar])
    expect(ended).toMatchObject({ code: 1, out: '' })
}, 60_000)

test('a fan tells where the prices of a scenario go, and what is wrong with a name', async () => {
  const [depeg, text, scenario, instrument] = await Promise.all([
    cascade(['fan', '--scenario', 'depeg', '--seeds', '8', '--instruments', 'USDX', '--json']),
    cascade(['fan', '--scenario', 'wild', '--seeds', '2']),
    cascade(['fan', '--scenario', 'nowhere']),
    cascade(['fan', '--instruments', 'BTC,NOPE']),
  ])
  const { instruments } = JSON.parse(depeg.out)
  expect(instruments).toHaveLength(1)
  expect(instruments[0].points).toHaveLength(25)
  expect(instruments[0].points[0]).toEqual({ at: 0, quantiles: [1, 1, 1, 1, 1] })
  expect(instruments[0].facts.move[2]).toBeLessThan(-0.05)
  expect(text.out).toMatch(/wild: 2 markets of 3 days[\s\S]*SOL, fact/)
  expect(scenario.err).toContain('There is no scenario nowhere. There are: calm, normal')
  expect(instrument.err).toContain('There is no instrument NOPE')
  for (const ended of [scenario, instrument]) expect(ended).toMatchObject({ code: 1, out: '' })
}, 60_000)

test('a script is run and its file is genuine; a bad one hears what is wrong and where', async () => {
  const written = join(folder, 'lesson.json')
  const bad = join(folder, 'bad.json')
  await writeFile(bad, '{"instruments":["NOPE"],"seats":["alice"],"steps":[{"bell":true},{"mark":{}}]}')
  const run = await cascade(['run', 'docs/examples/lesson-cross.json', '--json', '--out', written])
  expect(run).toMatchObject({ code: 0, err: '' })
  const [genuine, refused, missing] = await Promise.all([
    cascade(['verify', written]),
    cascade(['run', bad]),
    cascade(['run', join(folder, 'missing.json')]),
  ])
  expect(genuine.out).toContain(JSON.parse(run.out).fingerprint)
  expect(refused).toMatchObject({ code: 1, out: '' })
  expect(refused.err).toMatch(/instruments\.0: is not one of BTC/)
  expect(refused.err).toMatch(/steps\.1: .*"mark"/)
  expect(refused.err).toContain('docs/run-command.md')
  expect(missing).toMatchObject({ code: 1, out: '' })
  expect(missing.err).toContain('cannot be read')
}, 60_000)

test('prices that were written are played again, and a broken file hears row and column', async () => {
  const file = join(folder, 'prices.csv')
  const broken = join(folder, 'broken.csv')
  const script = join(folder, 'ticks.json')
  const replay = join(folder, 'scripted.json')
  const written = await cascade(['prices', '--days', '0.5', '--instruments', 'BTC,SOL'])
  await writeFile(file, written.out)
  await writeFile(broken, written.out.replace(/\n0,SOL,[^,]*/, '\n0,SOL,nothing'))
  const order = { seat: 'alice', instrument: 'SOL', side: 'buy', quantity: '10' }
  const steps = [{ order }, { ticks: 100 }, { ticks: 44 }]
  await writeFile(script, JSON.stringify({ instruments: ['SOL'], seats: ['alice'], steps }))

  const simulated = await cascade(['simulate', '--prices', file, '--players', '4', '--out', replay, '--json'])
  expect(JSON.parse(simulated.out)).toMatchObject({ prices: file, ticks: 144, instruments: ['BTC', 'SOL'] })
  const [genuine, run, without, refused, unread] = await Promise.all([
    cascade(['verify', replay]),
    cascade(['run', script, '--prices', file, '--json']),
    cascade(['run', script]),
    cascade(['simulate', '--prices', broken]),
    cascade(['run', script, '--prices', join(folder, 'missing.csv')]),
  ])
  expect(genuine.code).toBe(0)
  const report = JSON.parse(run.out)
  const last = written.out.trim().split('\n').at(-1)?.split(',')[5]
  expect(report.tick).toBe(144)
  expect(report.seats[0].positions[0].markPrice).toBe(last)
  expect(without.err).toContain('steps.1.ticks: needs a file of prices')
  expect(refused.err).toContain('row 3, open: must be a plain number')
  expect(unread.err).toContain('cannot be read')
}, 60_000)

test('IMP-018 in the laboratory more borrowed money means that more falls because of falls', async () => {
  const args = ['laboratory', '--seeds', '2', '--days', '0.5', '--dt', '5', '--interest', '0.1,0.8', '--json']
  const { code, err, out } = await cascade(args)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  const [less, more] = JSON.parse(out).levels
  expect(more.ratio.mean).toBeGreaterThan(less.ratio.mean)
  expect([less.ranAway, more.ranAway]).toEqual([0, 0])
}, 60_000)
