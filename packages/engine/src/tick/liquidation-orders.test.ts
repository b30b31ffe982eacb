import { describe, expect, test } from 'vitest'
import { limit, Scripted, stop } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { instrumentId, liquidationPriceOf, type RoundEvent } from '../index.ts'

/** Which orders were taken back and why, by number. */
const cancelled = (events: readonly RoundEvent[]): readonly string[] =>
  only(events, 'order.cancelled').map(({ order, reason }) => `${order} ${reason}`)

describe('orders of a bucket', () => {
  test('LIQ-006 they are taken back before it is closed, in the order of placement', () => {
    const s = new Scripted()
    s.order('buy 45 A')
    s.order('buy 1 B', limit(50))
    s.order('sell 5 A', { ...stop(10), reduceOnly: true })
    expect(tale(s.move({ A: 78 }))).toEqual([
      's1 cancels s1-o2: liquidation',
      's1 cancels s1-o3: liquidation',
      's1 loses 45 A at 78',
      's1 owes 0 uncovered',
      's1 is wiped',
    ])
    expect(s.account().orders.size).toBe(0)
  })

  test.each`
    text          | more                                 | taken
    ${'buy 1 A'}  | ${limit(50)}                         | ${['s1-o3 liquidation']}
    ${'sell 1 A'} | ${limit(150)}                        | ${['s1-o3 liquidation']}
    ${'sell 1 A'} | ${{ ...stop(10), reduceOnly: true }} | ${['s1-o3 liquidation']}
    ${'buy 1 B'}  | ${limit(50)}                         | ${[]}
    ${'sell 1 B'} | ${{ ...stop(10), reduceOnly: true }} | ${[]}
    ${'buy 1 C'}  | ${limit(50)}                         | ${[]}
  `('LIQ-006 isolated A is liquidated with a waiting $text: $taken', ({ text, more, taken }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('buy 10 B')
    s.order(text, more)
    expect(cancelled(s.move({ A: 80 }))).toEqual(taken)
    expect(s.account().orders.size).toBe(1 - taken.length)
    expect(s.has('A')).toBe(false)
  })

  test.each`
    text          | instrumentMode | taken
    ${'buy 1 B'}  | ${'cross'}     | ${['s1-o2 liquidation']}
    ${'buy 1 B'}  | ${'isolated'}  | ${[]}
    ${'sell 1 B'} | ${'isolated'}  | ${[]}
  `('LIQ-006 cross A is liquidated with $text waiting in $instrumentMode: $taken', (row) => {
    const s = new Scripted({ cash: 1100 })
    s.mode('B', row.instrumentMode)
    s.mode('C', 'isolated')
    s.order('buy 45 A')
    s.order(row.text, row.text.startsWith('buy') ? limit(50) : limit(150))
    s.order('buy 1 C')
    expect(cancelled(s.move({ A: 76 }))).toEqual(row.taken)
    // C is open, so the account is not wiped and what is of another bucket may wait on
    expect(s.account().orders.size).toBe(1 - row.taken.length)
  })

  test('LIQ-006 orders of another account in the same instrument wait on', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 45 A')
    s.order('buy 1 A', limit(50), other)
    s.move({ A: 78 })
    expect(s.account(other).orders.size).toBe(1)
  })

  test('LIQ-006 waiting orders do not raise the requirement: with or without, the same price', () => {
    const at = (orders: readonly string[]) => {
      const s = new Scripted()
      s.order('buy 20 A')
      for (const order of orders) s.order(order, limit(10))
      return liquidationPriceOf(s.round, s.account(), instrumentId('A'))?.toFixed()
    }
    expect(at(['buy 100 A', 'buy 100 B'])).toBe(at([]))
  })

  test('LIQ-006 an order that fills in the same tick is what is liquidated, or what saves', () => {
    const saved = new Scripted({ leverage: 20 })
    saved.order('buy 100 A')
    saved.order('sell 90 A', stop(96))
    expect(tale(saved.move({ A: '90.5' }))).toEqual(['s1 fills sell 90 A'])
    expect(saved.inWords()).toBe('145, A 10')
    const opened = new Scripted({ mode: 'isolated', leverage: 20 })
    opened.order('buy 10 A', limit(96))
    expect(tale(opened.move({ A: 91 }))).toEqual(['s1 fills buy 10 A', 's1 loses 10 A at 91'])
    expect(opened.inWords()).toBe('952')
  })

  test('LIQ-006 a stop that fills in the same tick makes the account healthy: it is not touched', () => {
    const s = new Scripted()
    s.order('buy 40 A')
    s.order('buy 10 B')
    s.order('sell 40 A', { ...stop(90), reduceOnly: true })
    expect(tale(s.move({ A: '75.5' }))).toEqual(['s1 fills sell 40 A'])
    expect(s.inWords()).toBe('20, B 10')
  })
})

describe('why it was liquidated', () => {
  test('LIQ-007 the cause names equity, requirement and every part, the largest loss first', () => {
    const s = new Scripted()
    s.order('sell 10 C')
    s.order('buy 30 A')
    s.order('buy 5 B')
    const [event] = only(s.move({ A: 66, B: 95, C: 95 }), 'position.liquidated')
    const { cause } = event ?? {}
    expect([cause?.bucket, cause?.equity.toFixed(), cause?.requirement.toFixed()]).toEqual([
      'cross',
      '5', // 1000 − 1020 − 25 + 50
      '17.025', // 9.9 + 2.375 + 4.75
    ])
    expect(
      cause?.parts.map((part) => [
        part.instrument,
        part.size.toFixed(),
        part.mark.toFixed(),
        part.unrealizedPnl.toFixed(),
        part.requirement.toFixed(),
      ]),
    ).toEqual([
      ['A', '30', '66', '-1020', '9.9'],
      ['B', '5', '95', '-25', '2.375'],
      ['C', '-10', '95', '50', '4.75'],
    ])
  })

  test('LIQ-007 every position of a bucket is closed for the same cause', () => {
    const s = new Scripted()
    s.order('buy 40 A')
    s.order('buy 5 B')
    const [first, second] = only(s.move({ A: 75 }), 'position.liquidated')
    expect(first?.cause.parts).toHaveLength(2)
    expect(second?.cause).toEqual(first?.cause)
  })

  test('LIQ-007 an isolated position is its own and only cause', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('buy 10 B')
    const [event] = only(s.move({ A: 80, B: 90 }), 'position.liquidated')
    expect(event?.cause.parts.map(({ instrument }) => instrument)).toEqual(['A'])
    expect([event?.cause.equity.toFixed(), event?.cause.requirement.toFixed()]).toEqual(['0', '4'])
  })

  test('LIQ-007 everyone hears which buckets were closed, and of which side', () => {
    const s = new Scripted()
    s.mode('C', 'isolated')
    s.order('buy 30 A')
    s.order('sell 5 B')
    s.order('sell 10 C')
    const told = only(s.move({ A: 73, B: 105, C: 130 }), 'seat.liquidated')
    expect(told.map(({ seat, bucket, closed }) => ({ seat, bucket, closed }))).toEqual([
      { seat: 's1', bucket: 'isolated', closed: [{ instrument: 'C', long: false }] },
      {
        seat: 's1',
        bucket: 'cross',
        closed: [
          { instrument: 'A', long: true },
          { instrument: 'B', long: false },
        ],
      },
    ])
  })
})
