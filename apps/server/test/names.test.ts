import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { marketOrder, Player } from './fixtures/player.ts'
import { type ServerHere, startHere } from './fixtures/running-server.ts'
import { embeddedHome, type Home } from './fixtures/temporary.ts'
import { recordOf, verified } from './fixtures/verified.ts'

let home: Home
let here: ServerHere

beforeEach(async () => {
  home = embeddedHome()
  here = await startHere(home)
})
afterEach(async () => {
  await here.server.stop()
  await home.remove()
})

/** A room where a person called Annabella sits among two automatic players, and the market is open. */
async function playing() {
  const host = await Player.connect(here.url)
  const { roundId } = await host.must('room.open', {
    options: { opponents: [{ character: 'careful', count: 2 }] },
  })
  const anna = await Player.connect(here.url)
  await anna.must('round.join', { roundId, name: 'Annabella' })
  await host.must('round.start', { roundId })
  const { snapshot } = await anna.must('round.watch', { roundId })
  return { host, anna, roundId, names: new Map(snapshot.names) }
}

/** Everything that is written down about what happens inside a round. */
async function journalOf(roundId: string): Promise<string> {
  const { prisma } = here.database
  const bodies = await prisma.$queryRaw<{ text: string }[]>`
    select convert_from(body, 'UTF8') as text from round_frame where round_id = ${roundId}
    union all select convert_from(body, 'UTF8') from round_opening where round_id = ${roundId}`
  return bodies.map(({ text }) => text).join('\n')
}

describe('names', () => {
  test('RND-016 no journal and no record holds a name, and a record is genuine without', async () => {
    const { host, anna, roundId, names } = await playing()
    expect([...names.values()]).toContain('Annabella')
    expect(names.size).toBe(3)
    await anna.must('command', { roundId, id: { client: 'anna-tab-1', n: 1 }, command: marketOrder() })
    await host.must('round.end', { roundId })
    const record = await recordOf(anna, roundId)
    expect(verified(record).round.phase).toBe('ended')
    expect(new Map(record.names)).toEqual(names)
    const written = (await journalOf(roundId)) + JSON.stringify([record.opening, record.frames])
    expect(written).toContain('order.place')
    for (const name of names.values()) expect(written).not.toContain(name)
    for (const each of [host, anna]) each.close()
  })

  test('RND-016 a server that starts again finds the names beside the round', async () => {
    const { host, anna, roundId, names } = await playing()
    for (const each of [host, anna]) each.close()
    await here.server.stop()
    here = await startHere(home)
    const again = await Player.connect(here.url, anna.cookie)
    const { seat, snapshot } = await again.must('round.watch', { roundId })
    expect(new Map(snapshot.names)).toEqual(names)
    expect(seat && names.get(seat)).toBe('Annabella')
    again.close()
  })

  test('RND-016 whoever listens hears the name of one who comes late', async () => {
    const { host, anna, roundId } = await playing()
    await host.must('round.watch', { roundId })
    const late = await Player.connect(here.url)
    await late.must('round.join', { roundId, name: 'Latecomer' })
    for (const each of [host, anna]) {
      await each.until(() =>
        each.heard.some(
          ({ name, message }) => name === 'roster' && JSON.stringify(message).includes('"Latecomer"'),
        ),
      )
      expect(JSON.stringify(each.frames)).not.toContain('Latecomer')
    }
    for (const each of [host, anna, late]) each.close()
  })

  test('RND-016 a name that was erased changes nothing else', async () => {
    const { host, anna, roundId, names } = await playing()
    await host.must('round.end', { roundId })
    const before = await recordOf(anna, roundId)
    await here.database.prisma.roundSeat.updateMany({
      where: { roundId, name: 'Annabella' },
      data: { name: '', userId: null },
    })
    const after = await recordOf(host, roundId)
    expect(after.names).toHaveLength(names.size - 1)
    expect({ ...after, names: [] }).toEqual({ ...before, names: [] })
    for (const each of [host, anna]) each.close()
  })
})
