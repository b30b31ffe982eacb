import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hostilePackets, NO_EVENTS, RAW_PACKETS } from './fixtures/hostile.ts'
import { marketOrder, Player } from './fixtures/player.ts'
import { RecordingLog } from './fixtures/recording-log.ts'
import { type ServerHere, startHere } from './fixtures/running-server.ts'
import { embeddedHome } from './fixtures/temporary.ts'

/** Under the limit of a socket, so that what is tested is the gate and not the limit. */
const PER_SOCKET = 25
/** What the gate may say to a stranger or a fool; a fault of ours is not among it. */
const NO = /^(bad_message|not_host|not_seated|code_unknown|rate_limited|round_locked|name_taken)$/

let here: ServerHere
let host: Player
const home = embeddedHome()
const { errors, log } = new RecordingLog()

beforeAll(async () => {
  here = await startHere(home, { log, ticks: 100_000 })
  host = await Player.connect(here.url)
})
afterAll(async () => {
  host.close()
  await here.server.stop()
  await home.remove()
})

/** A room in one phase of its life, with one honest player who holds a position. */
async function room(phase: 'lobby' | 'running' | 'ended') {
  const { roundId } = await host.must('room.open', { options: {} })
  const victim = await Player.connect(here.url)
  await victim.must('round.join', { roundId, name: 'Victim' })
  if (phase !== 'lobby') await host.must('round.start', { roundId })
  const command = { roundId, id: { client: 'victim-tab', n: 1 }, command: marketOrder() }
  if (phase !== 'lobby') await victim.must('command', command)
  if (phase === 'ended') await host.must('round.end', { roundId })
  return { roundId, victim }
}

const account = async (victim: Player, roundId: string) => {
  const { snapshot } = await victim.must('round.watch', { roundId })
  const { accounts, seats, receipts } = snapshot.round
  return { accounts, seats, receipts }
}

describe.each(['lobby', 'running', 'ended'] as const)(
  'T13 hostile packets to a round that is %s',
  (phase) => {
    test.each(['a stranger', 'a player'] as const)('of %s change nothing and break nothing', async (who) => {
      const { roundId, victim } = await room(phase)
      const before = await account(victim, roundId)
      const packets = hostilePackets(roundId)
      const { cookie } = who === 'a player' ? victim : await Player.connect(here.url)
      for (let from = 0; from < packets.length; from += PER_SOCKET) {
        const attacker = await Player.connect(here.url, cookie)
        for (const { why, name, args } of packets.slice(from, from + PER_SOCKET)) {
          const reply = await attacker.socket
            .timeout(300)
            .emitWithAck(name, ...args)
            .catch(() => ({ refusal: 'bad_message' }))
          expect([why, reply.refusal]).toEqual([why, expect.stringMatching(NO)])
        }
        attacker.close()
      }
      expect(await account(victim, roundId)).toEqual(before)
      expect(errors).toEqual([])
      victim.close()
    })
  },
)

describe('T13 hostile packets below the protocol', () => {
  test.each(RAW_PACKETS)('%j cuts at most the one who sends it', async (raw) => {
    const attacker = await Player.connect(here.url)
    attacker.socket.io.engine.write(raw)
    attacker.socket.io.engine.write(raw)
    await new Promise((resolve) => setTimeout(resolve, 10))
    attacker.close()
    expect((await fetch(`${here.url}/api/health`)).status).toBe(200)
    expect(errors).toEqual([])
  })

  test('a packet without an acknowledgement is refused aloud', async () => {
    const attacker = await Player.connect(here.url)
    attacker.socket.emit('command', {})
    await attacker.until(() => attacker.heard.some(({ name }) => name === 'refused'))
    attacker.close()
  })

  test.each(NO_EVENTS)('an event named %j meets nobody', async (name) => {
    const attacker = await Player.connect(here.url)
    attacker.socket.io.engine.write(`42${JSON.stringify([name, {}])}`)
    await new Promise((resolve) => setTimeout(resolve, 10))
    expect(attacker.heard).toEqual([])
    attacker.close()
  })

  test('a packet of 8 kB and one byte cuts its sender', async () => {
    const attacker = await Player.connect(here.url)
    attacker.socket.emit('command', 'x'.repeat(8_193))
    await attacker.until(() => !attacker.socket.connected)
    expect((await fetch(`${here.url}/api/health`)).status).toBe(200)
    attacker.close()
  })

  test('T16 a flood is cut within two seconds, and nobody else notices', async () => {
    const flooder = await Player.connect(here.url)
    const honest = await Player.connect(here.url)
    let cuts = 0
    flooder.socket.on('disconnect', () => {
      cuts += 1
    })
    const began = Date.now()
    while (cuts === 0 && Date.now() - began < 2_000) {
      for (let n = 0; n < 50; n += 1) flooder.socket.emit('room.look', { code: '000000' }, () => {})
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(cuts).toBe(1)
    expect(await honest.ask('room.look', { code: '000000' })).toMatchObject({ refusal: 'code_unknown' })
    flooder.close()
    honest.close()
  })
})
