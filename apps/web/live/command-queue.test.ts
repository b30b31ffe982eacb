import {
  type Answer,
  type CommandId,
  execute,
  instrumentId,
  type OrderRequest,
  openRound,
  quantity,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { commandOf, type Intent } from '@cascade/protocol'
import { describe, expect, test } from 'vitest'
import type { Answered } from './answer.ts'
import { CommandQueue } from './command-queue.ts'

const SEAT = seatId('s1')
const BTC = instrumentId('BTC')
const BUSY: Answered<Answer> = { ok: false, no: { refusal: 'busy' } }

const order: OrderRequest = {
  instrument: BTC,
  side: 'buy',
  type: 'market',
  quantity: quantity('0.01'),
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
}
const buy: Intent = { type: 'order.place', order }
const lever = (leverage: number): Intent => ({
  type: 'leverage.set',
  instrument: BTC,
  leverage: rate(leverage),
})

/** A running round behind a gate, as a tab sees it through its connection. */
function openMarket() {
  const round = openRound(standardConfig({ id: roundId('r1') }), seedFromText('queue'))
  execute(round, { type: 'seat.join', seat: SEAT, kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  const carryOut = (id: CommandId, intent: Intent): Answered<Answer> => {
    const outcome = execute(round, commandOf(intent, { seat: SEAT, id }))
    if (outcome.status === 'repeated') return { ok: true, value: outcome.answer }
    if (outcome.status === 'accepted') return { ok: true, value: { ok: true, tick: round.tick } }
    return { ok: true, value: { ok: false, tick: round.tick, rejection: outcome.rejection } }
  }
  return { round, carryOut, fills: () => round.accounts.get(SEAT)?.fills }
}

describe('a queue of wishes', () => {
  test('numbers them from one and keeps their order', async () => {
    const market = openMarket()
    const queue = new CommandQueue('tab-00001', async (id, intent) => market.carryOut(id, intent))
    const answers = await Promise.all([lever(10), buy, buy].map((intent) => queue.send(intent)))
    expect(answers.every((answer) => answer.ok && answer.value.ok)).toBe(true)
    expect(market.fills()).toBe(2)
  })

  test('gives the number of a refused wish again, so that the next one is no gap', async () => {
    const market = openMarket()
    const refusals = [BUSY]
    const queue = new CommandQueue(
      'tab-00001',
      async (id, intent) => refusals.pop() ?? market.carryOut(id, intent),
    )
    expect(await queue.send(buy)).toEqual(BUSY)
    expect(await queue.send(buy)).toMatchObject({ ok: true, value: { ok: true } })
    expect(market.fills()).toBe(1)
  })

  test('refuses what was sent after a refused wish, for it was meant to follow it', async () => {
    const market = openMarket()
    const queue = new CommandQueue('tab-00001', async (id, intent) =>
      intent.type === 'leverage.set' ? BUSY : market.carryOut(id, intent),
    )
    const answers = await Promise.all([queue.send(lever(20)), queue.send(buy)])
    expect(answers).toEqual([BUSY, BUSY])
    expect(market.fills()).toBe(0)
  })

  test('is carried out once, however often it is handed over', async () => {
    const market = openMarket()
    const queue = new CommandQueue('tab-00001', async (id, intent) => {
      market.carryOut(id, intent)
      market.carryOut(id, intent)
      return market.carryOut(id, intent)
    })
    expect(await queue.send(buy)).toMatchObject({ ok: true, value: { ok: true } })
    expect(market.fills()).toBe(1)
  })

  test('waits for an earlier wish that was overtaken on the way', async () => {
    const market = openMarket()
    const queue = new CommandQueue('tab-00001', async (id, intent) => {
      if (id.n === 1) await new Promise((go) => setTimeout(go, 30))
      return market.carryOut(id, intent)
    })
    const answers = await Promise.all([queue.send(lever(10)), queue.send(buy)])
    expect(answers.every((answer) => answer.ok && answer.value.ok)).toBe(true)
    expect(market.fills()).toBe(1)
  })
})
