import { describe, expect, test } from 'vitest'
import { movedMarket, rest } from '../../test/moved-market.ts'
import type { RoundEvent } from '../event.ts'
import { instrumentId, seatId } from '../number/ids.ts'
import { parentsOf } from './parents.ts'
import { cascadeReport } from './report.ts'
import { SaleQueue } from './sale-queue.ts'
import { CascadeTrace } from './trace.ts'

const A = instrumentId('A')

describe('who is behind forced selling', () => {
  test('IMP-017 what waits is sold in the order in which it came', () => {
    const queue = new SaleQueue()
    queue.add(1, 2)
    queue.add(2, 3)
    queue.tick({ tick: 1, minutes: 0, depth: 1, sold: 4 })
    const parts = queue.since(0)
    expect(parts.get(1)?.pressure).toBeCloseTo(-2, 12)
    expect(parts.get(2)?.pressure).toBeCloseTo(-2, 12)
    expect(parts.get(1)?.permanent).toBeCloseTo(-0.006, 12)
  })

  test('IMP-017 what comes from the other side meets what waits first', () => {
    const queue = new SaleQueue()
    queue.add(1, 2)
    queue.add(2, -3)
    queue.tick({ tick: 1, minutes: 0, depth: 1, sold: -1 })
    const parts = queue.since(0)
    expect([...parts.keys()]).toEqual([2])
    expect(parts.get(2)?.pressure).toBeCloseTo(1, 12)
  })

  test('IMP-017 a winner who takes over what waits leaves nothing of it to be sold', () => {
    const queue = new SaleQueue()
    queue.add(1, 2)
    queue.take(2)
    queue.tick({ tick: 1, minutes: 0, depth: 1, sold: 0 })
    expect(queue.since(0).size).toBe(0)
  })

  test('IMP-017 a part of the pressure rests as the whole does, and is forgotten after the hour', () => {
    const queue = new SaleQueue()
    queue.add(1, 1)
    queue.tick({ tick: 1, minutes: 2, depth: 0.5, sold: 1 })
    expect(queue.since(0).get(1)?.pressure).toBeCloseTo(-2, 12)
    queue.tick({ tick: 2, minutes: 35, depth: 1, sold: 0 })
    expect(queue.since(1).get(1)?.pressure).toBeCloseTo(-2 * Math.exp(-1) * 0.5, 12)
    expect(queue.since(2).size).toBe(0)
  })
})

describe('parents', () => {
  const standing = (parts: Readonly<Record<number, number>>) => ({
    impacts: new Map([[A, { pressure: 0, permanent: -0.1, depth: 1 }]]),
    contributions: new Map([
      [A, new Map(Object.entries(parts).map(([id, permanent]) => [Number(id), { pressure: 0, permanent }]))],
    ]),
  })
  const diesBelow = (price: number) => (markOf: (id: typeof A, mark: number) => number) =>
    markOf(A, 90) < price

  test.each`
    parts                               | below | ids       | kind
    ${{ 1: -0.05 }}                     | ${93} | ${[1]}    | ${'each'}
    ${{ 1: -0.05 }}                     | ${99} | ${[]}     | ${'none'}
    ${{}}                               | ${91} | ${[]}     | ${'none'}
    ${{ 1: -0.01, 2: -0.05 }}           | ${91} | ${[2, 1]} | ${'each'}
    ${{ 1: -0.01, 2: -0.05 }}           | ${94} | ${[2]}    | ${'each'}
    ${{ 1: -0.03, 2: -0.04 }}           | ${96} | ${[2, 1]} | ${'together'}
    ${{ 1: -0.02, 2: -0.03, 3: -0.03 }} | ${95} | ${[2, 3]} | ${'together'}
  `('IMP-017 of a bucket that dies below $below under $parts: $ids, $kind', ({ parts, below, ids, kind }) => {
    expect(parentsOf(diesBelow(below), [A], standing(parts))).toEqual({ ids, kind })
  })
})

/**
 * Two isolated longs in a market that is never thin: s1 with 20x and a weight of 6, s2 with 12x and a
 * weight of 2. The market falls as far as only s1 is liquidated by.
 */
function afterTheFall() {
  const s = movedMarket({ mode: 'isolated', leverage: 20 }, { leastDepth: 1, throttle: 20 })
  const trace = new CascadeTrace(s.round)
  const tell = (events: readonly RoundEvent[]) => trace.hear(s.round, events)
  const second = s.join('s2')
  s.leverage('A', 12, second)
  tell(s.order('buy 60 A').events)
  for (let tick = 0; tick < 60; tick += 1) tell(rest(s))
  tell(s.order('buy 20 A', {}, second).events)
  for (let tick = 0; tick < 60; tick += 1) tell(rest(s))
  tell(s.move({ A: 94.5 }))
  return { s, trace, tell }
}

describe('a traced round', () => {
  test('IMP-017 who falls with the market names nobody; who falls because of another names it', () => {
    const { s, trace, tell } = afterTheFall()
    expect(trace.liquidations.map(({ seat }) => seat)).toEqual(['s1'])
    for (let tick = 0; tick < 5; tick += 1) tell(rest(s))
    expect(trace.liquidations.map(({ seat, parents }) => [seat, parents])).toEqual([
      ['s1', { ids: [], kind: 'none' }],
      ['s2', { ids: [0], kind: 'each' }],
    ])
    expect(trace.liquidations[0]?.sales[0]?.volume).toBeCloseTo(6, 9)
  })

  test('IMP-017 without the one that is named, the other would have lived: played again', () => {
    const { s, tell } = afterTheFall()
    for (let tick = 0; tick < 5; tick += 1) tell(rest(s))
    const alone = movedMarket({ mode: 'isolated', leverage: 20 }, { leastDepth: 1, throttle: 20 })
    alone.leverage('A', 12)
    for (let tick = 0; tick < 60; tick += 1) rest(alone)
    alone.order('buy 20 A')
    for (let tick = 0; tick < 60; tick += 1) rest(alone)
    // Without s1 the price would stand 1.8 per cent lower from the beginning; the fall is the same.
    alone.move({ A: 94.5 })
    for (let tick = 0; tick < 5; tick += 1) rest(alone)
    expect([s.round.accounts.get(seatId('s2'))?.positions.size, alone.account().positions.size]).toEqual([
      0, 1,
    ])
  })

  test('IMP-018 the share that fell because of others is their notional over all, in one tree', () => {
    const { s, trace, tell } = afterTheFall()
    for (let tick = 0; tick < 40; tick += 1) tell(rest(s))
    const { trees, ratio, liquidated } = cascadeReport(trace, s.round.config)
    const [first, second] = trees[0]?.members ?? []
    expect(trees).toHaveLength(1)
    expect([first?.generation, second?.generation, trees[0]?.generations, trees[0]?.seats]).toEqual([
      0, 1, 2, 2,
    ])
    expect(ratio).toBeCloseTo((second?.notional ?? 0) / liquidated, 12)
    expect(ratio).toBeGreaterThan(0.2)
  })

  test('IMP-018 whom the hour after would have taken anyway is not counted', () => {
    const { s, trace, tell } = afterTheFall()
    for (let tick = 0; tick < 5; tick += 1) tell(rest(s))
    tell(s.move({ A: 80 }))
    const { ratio } = cascadeReport(trace, s.round.config)
    expect(ratio).toBe(0)
  })
})
