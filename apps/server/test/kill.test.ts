import type { Answer } from '@cascade/engine'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { marketOrder, Player, signIn } from './fixtures/player.ts'
import { type ServerProcess, startProcess } from './fixtures/server-process.ts'
import { embeddedHome, type Home, postgresHome, postgresUrl } from './fixtures/temporary.ts'
import { liesAmong, recordOf, verified } from './fixtures/verified.ts'

const databases = [
  { name: 'the embedded database', home: async () => embeddedHome(), kills: 2, missing: false },
  // A new process waits here until the killed one's lease has run out.
  {
    name: 'PostgreSQL',
    home: () => postgresHome(postgresUrl ?? ''),
    kills: 1,
    missing: postgresUrl === undefined,
  },
]
const TICK_MS = 50
const TICKS = 200
const CLIENT = 'the-only-tab'

/**
 * Sends wishes one after another, each until it is answered, over whatever connection there is at the
 * moment.
 */
class Trader {
  readonly answers = new Map<number, Answer>()
  readonly #roundId: string
  #n = 1

  constructor(roundId: string) {
    this.#roundId = roundId
  }

  /** Trades for a while; a wish that meets no answer keeps its name for the next connection. */
  async trade(player: Player, forMs: number): Promise<void> {
    const until = Date.now() + forMs
    while (Date.now() < until) await this.#wish(player)
  }

  async #wish(player: Player): Promise<void> {
    const command = marketOrder('0.001', this.#n % 2 === 0 ? 'sell' : 'buy')
    const message = { roundId: this.#roundId, id: { client: CLIENT, n: this.#n }, command }
    const reply = await player.ask('command', message, 300).catch(() => null)
    if (reply && 'answer' in reply) {
      this.answers.set(this.#n, reply.answer as Answer)
      this.#n += 1
    } else await new Promise((resolve) => setTimeout(resolve, 30))
  }
}

describe.each(databases.filter(({ missing }) => !missing))(
  'a kill -9 on $name',
  ({ home: makeHome, kills }) => {
    let home: Home
    let server: ServerProcess
    const start = () => startProcess({ home, from: 'source', ticks: TICKS, tickMs: TICK_MS })

    beforeAll(async () => {
      home = await makeHome()
      server = await start()
    })
    afterAll(async () => {
      await server.kill()
      await home.remove()
    })

    test('P1 P3 P4 loses and doubles no acknowledged command; every fingerprint stays', async () => {
      const cookie = await signIn(server.url)
      let player = await Player.connect(server.url, cookie)
      const { roundId } = await player.must('round.open', {
        kind: 'solo',
        options: { opponents: [{ character: 'trend-follower', count: 3 }] },
      })
      await player.must('round.watch', { roundId })
      const trader = new Trader(roundId)
      const told = [...player.frames]
      for (let kill = 0; kill < kills; kill += 1) {
        const trading = trader.trade(player, 900 + kill * 150)
        await new Promise((resolve) => setTimeout(resolve, 700 + kill * 130))
        await server.kill()
        await trading
        told.push(...player.frames)
        player.close()
        server = await start()
        player = await Player.connect(server.url, cookie)
        const { snapshot, seat } = await watch(player, roundId)
        expect(seat).toBe('s1')
        const lastTold = Math.max(...told.map(({ tick }) => tick))
        expect(snapshot.tick).toBeGreaterThanOrEqual(lastTold)
      }
      await trader.trade(player, 1_500)
      await player.until(() => player.frames.length > 5)
      await player.must('round.end', { roundId })
      told.push(...player.frames)

      const record = await recordOf(player, roundId)
      const played = verified(record)
      expect(played.round.phase).toBe('ended')
      expect(played.twice).toEqual([])
      expect(trader.answers.size).toBeGreaterThan(10)
      for (const [n, answer] of trader.answers) expect(played.answers.get(`${CLIENT}/${n}`)).toEqual(answer)
      expect(told.some(({ fingerprint8 }) => fingerprint8 !== undefined)).toBe(true)
      expect(liesAmong(told, played)).toEqual([])
      player.close()
    })
  },
)

/** Watches as soon as the round is there: a new process waits until the old one's lease has run out. */
async function watch(player: Player, roundId: string) {
  for (;;) {
    const answer = await player.ask('round.watch', { roundId })
    if ('snapshot' in answer) return answer
    expect(answer).toMatchObject({ refusal: 'halted' })
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
