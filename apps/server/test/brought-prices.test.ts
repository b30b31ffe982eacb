import { hasItsScript, isOffScript } from '@cascade/engine'
import { journalFrameSchema, openingSchema, ROOMS_PATH } from '@cascade/protocol'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marketOrder, Player, signIn } from './fixtures/player.ts'
import { type ServerProcess, startProcess } from './fixtures/server-process.ts'
import { embeddedHome, type Home } from './fixtures/temporary.ts'
import { recordOf, verified } from './fixtures/verified.ts'

const TICKS = 60
const TICK_MS = 50

/** What bitcoin is worth at each tick: figures that are nowhere else in anything a server says. */
const MARKS = Array.from({ length: TICKS }, (_, index) => 61_000.7 + 13 * ((index * 7) % 61))
const FILE = ['time,instrument,close', ...MARKS.map((mark, index) => `${index * 60},BTC,${mark}`)].join('\n')

/** Opens a room with the prices of a file, as the host's page does. */
async function bring(url: string, cookie: string, prices: string) {
  const response = await fetch(`${url}${ROOMS_PATH}`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json', cookie },
    body: JSON.stringify({ options: {}, prices }),
  })
  return { status: response.status, answer: (await response.json()) as Record<string, unknown> }
}

describe('prices that a host brings', () => {
  let home: Home
  let server: ServerProcess
  let cookie: string
  const start = () => startProcess({ home, from: 'source', tickMs: TICK_MS })

  beforeAll(async () => {
    home = embeddedHome()
    server = await start()
    cookie = await signIn(server.url)
  })
  afterAll(async () => {
    await server.kill()
    await home.remove()
  })

  test('RND-020 are played as they stand, through a kill, and nobody hears one before its tick', async () => {
    const { status, answer } = await bring(server.url, cookie, FILE)
    expect(status).toBe(200)
    const roundId = String(answer.roundId)
    let host = await Player.connect(server.url, cookie)
    const guest = await Player.connect(server.url)
    const watching = await host.must('round.watch', { roundId, past: true })
    const joined = await guest.must('round.join', { code: String(answer.roomCode), name: 'Anna' })
    const config = watching.snapshot.round.config
    expect(config.clock).toMatchObject({ ticks: TICKS, tickMs: TICK_MS, marketMinutesPerTick: 1 })
    expect(config.market).toMatchObject({
      scripted: true,
      scriptDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    // The market opens at the first mark of the file, and tells no other.
    expect([lastTold(watching), lastTold(joined)]).toEqual([1, 1])
    expect(watching.snapshot.past?.marks.steps[0]).toHaveLength(1)

    await host.must('round.start', { roundId })
    await guest.must('command', {
      roundId,
      id: { client: 'anna-tab-1', n: 1 },
      command: marketOrder(),
    })
    await host.until(() => tickOf(host) >= 15)
    const early = [host, guest].flatMap(toldEarly)
    expect(early).toEqual([])
    await server.kill()
    const before = tickOf(host)
    host.close()
    guest.close()
    server = await start()
    host = await Player.connect(server.url, cookie)
    await host.must('round.watch', { roundId })
    await host.until(() => tickOf(host) === TICKS, 25_000)
    expect(before).toBeLessThan(TICKS)
    expect(toldEarly(host)).toEqual([])

    const record = await recordOf(host, roundId)
    const opening = openingSchema.parse(record.opening)
    const frames = record.frames.map((frame) => journalFrameSchema.parse(frame))
    const played = frames.flatMap(({ commands }) =>
      commands.flatMap((command) => (command.type === 'clock.advance' ? [command] : [])),
    )
    expect(played.map(({ marks }) => marks?.[0]?.toNumber())).toEqual(MARKS)
    expect(hasItsScript(opening)).toBe(true)
    expect(played.some((command, index) => isOffScript(opening, index + 1, command))).toBe(false)
    expect(verified(record).round).toMatchObject({ phase: 'ended', tick: TICKS })
    host.close()
  }, 60_000)

  test('that are not right are refused by line and column', async () => {
    const lines = FILE.split('\n').with(7, '360,BTC,a lot').with(9, '480,DOGECOIN,1')
    const { status, answer } = await bring(server.url, cookie, lines.join('\n'))
    expect(status).toBe(422)
    expect(answer).toMatchObject({
      refusal: 'prices_not_allowed',
      problems: [
        expect.stringMatching(/^row 8, close: must be a plain number/),
        expect.stringMatching(/^row 10, instrument: DOGECOIN is not one of BTC, ETH, /),
      ],
    })
  })

  test('that are too long are refused', async () => {
    const long = `${FILE}\n${' '.repeat(1_000_000)}`
    expect(await bring(server.url, cookie, long)).toEqual({
      status: 413,
      answer: { refusal: 'prices_too_large' },
    })
  })

  test('are taken from nobody without a session, and from no other site', async () => {
    expect(await bring(server.url, '', FILE)).toMatchObject({ answer: { refusal: 'not_signed_in' } })
    const foreign = await fetch(`${server.url}${ROOMS_PATH}`, {
      method: 'POST',
      headers: { origin: 'http://example.com', 'content-type': 'application/json', cookie },
      body: JSON.stringify({ options: {}, prices: FILE }),
    })
    expect(foreign.status).toBe(403)
  })
})

const ticksIn = (message: unknown): readonly number[] =>
  [...JSON.stringify(message).matchAll(/"market\.moved","tick":(\d+)/g)].map(([, tick]) => Number(tick))

const tickOf = ({ frames }: Player): number => Math.max(0, ...frames.flatMap(ticksIn))

/** The latest tick whose mark is anywhere in a message, as text; 0 without any. */
function lastTold(message: unknown): number {
  const text = JSON.stringify(message)
  return MARKS.findLastIndex((mark) => text.includes(`"${mark}"`)) + 1
}

/** What somebody heard before its tick, beside the mark that the market opens at. */
function toldEarly({ heard }: Player): readonly unknown[] {
  let now = 1
  return heard.filter(({ message }) => {
    now = Math.max(now, ...ticksIn(message))
    return lastTold(message) > now
  })
}
