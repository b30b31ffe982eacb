import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { affairs, limit, reasonOf, request, Scripted } from '../../test/scripted.ts'
import type { PlaceOrder, PlayerCommand } from '../command.ts'
import { execute, type Outcome, seatId } from '../index.ts'
import { RECEIPTS_MAX } from './receipt.ts'

const named = (n: number, units = '0.001', client = 'tab', seat = seatId('s1')): PlaceOrder => ({
  type: 'order.place',
  seat,
  id: { client, n },
  order: request(`buy ${units} A`),
})

describe('a name', () => {
  test('ORD-015 begins with 1, and goes up by one', () => {
    const s = new Scripted()
    expect(s.send(named(0))).toMatchObject({ rejection: { reason: 'command_conflict' } })
    expect(s.send(named(2))).toMatchObject({ rejection: { reason: 'command_gap', limit: '1' } })
    expect(reasonOf(s.send(named(1)))).toBe('accepted')
    expect(s.send(named(3))).toMatchObject({ rejection: { reason: 'command_gap', limit: '2' } })
    expect(reasonOf(s.send(named(2)))).toBe('accepted')
    expect(s.account().fills).toBe(2)
  })

  test('ORD-015 a gap and a conflict leave no receipt and no trace', () => {
    const s = new Scripted()
    s.send(named(1))
    const before = s.round.fingerprint
    for (const wrong of [named(1, '2'), named(3), named(-1)]) expect(s.send(wrong).events).toEqual([])
    expect(s.round.fingerprint).toBe(before)
  })

  test('ORD-015 of another tab, and of another seat, is another name', () => {
    const s = new Scripted()
    const other = s.join('s2')
    for (const command of [named(1), named(1, '0.001', 'phone'), named(1, '0.001', 'tab', other)]) {
      expect(reasonOf(s.send(command))).toBe('accepted')
    }
    expect([s.account().fills, s.account(other).fills]).toEqual([2, 1])
  })

  test('ORD-015 of a command of another type is a conflict', () => {
    const s = new Scripted()
    s.send(named(1))
    const leverage: PlayerCommand = {
      type: 'leverage.set',
      seat: s.seat,
      id: { client: 'tab', n: 1 },
      instrument: request('buy 1 A').instrument,
      leverage: s.round.config.rules.defaultLeverage,
    }
    expect(reasonOf(s.send(leverage))).toBe('command_conflict')
  })

  test('ORD-015 keeps its answer, and the tick of it, after the market has moved on', () => {
    const s = new Scripted()
    s.move({})
    s.send(named(1))
    s.move({ A: 50 })
    expect(s.send(named(1))).toEqual({ status: 'repeated', answer: { ok: true, tick: 1 }, events: [] })
  })

  test('ORD-015 a refusal is an answer as well, and the next name goes on after it', () => {
    const s = new Scripted()
    expect(reasonOf(s.send(named(1, '999')))).toBe('margin_insufficient')
    expect(s.send(named(1, '999'))).toMatchObject({ status: 'repeated', answer: { ok: false } })
    expect(reasonOf(s.send(named(2)))).toBe('accepted')
  })

  test('ORD-015 a command without a name takes effect every time', () => {
    const s = new Scripted()
    for (let n = 0; n < 3; n += 1) s.order('buy 1 A')
    expect(s.position('A').size.toFixed()).toBe('3')
  })

  test('ORD-015 the newest answers are kept; an older retry hears a conflict and takes no effect', () => {
    const s = new Scripted()
    for (let n = 1; n <= RECEIPTS_MAX + 1; n += 1) s.send(named(n))
    expect(reasonOf(s.send(named(1)))).toBe('command_conflict')
    expect(reasonOf(s.send(named(2)))).toBe('repeated')
    expect(s.account().fills).toBe(RECEIPTS_MAX + 1)
    expect(s.round.receipts.get('s1/tab')?.kept).toHaveLength(RECEIPTS_MAX)
  })
})

describe('retries, conflicts and gaps in any order', () => {
  /** What a shaky line may deliver: which of three bodies, under which name, from which tab. */
  const deliveries = fc.array(
    fc.record({
      n: fc.integer({ min: 1, max: 6 }),
      units: fc.constantFrom('0.001', '0.002', '900'),
      client: fc.constantFrom('a', 'b'),
    }),
    { maxLength: 60 },
  )

  test('ORD-015 give one effect for each name, and always the answer that was given first', () => {
    fc.assert(
      fc.property(deliveries, (sent) => {
        const s = new Scripted()
        const first = new Map<string, { units: string; ok: boolean }>()
        for (const { n, units, client } of sent) {
          const before = affairs(s.round)
          const outcome: Outcome = execute(s.round, named(n, units, client))
          const known = first.get(`${client} ${n}`)
          if (known) {
            expect(reasonOf(outcome)).toBe(known.units === units ? 'repeated' : 'command_conflict')
            if (outcome.status === 'repeated') expect(outcome.answer.ok).toBe(known.ok)
            expect(affairs(s.round)).toBe(before)
          } else if (n === 1 || first.has(`${client} ${n - 1}`)) {
            first.set(`${client} ${n}`, { units, ok: units !== '900' })
            expect(reasonOf(outcome)).toBe(units === '900' ? 'margin_insufficient' : 'accepted')
          } else {
            expect(reasonOf(outcome)).toBe('command_gap')
            expect(affairs(s.round)).toBe(before)
          }
        }
        expect(s.account().fills).toBe([...first.values()].filter(({ ok }) => ok).length)
      }),
      { numRuns: 30 },
    )
  })

  test('ORD-015 sending everything twice gives the round that sending it once gives', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('0.001', '2', '900'), { maxLength: 20 }), (bodies) => {
        const once = new Scripted()
        const twice = new Scripted()
        for (const [index, units] of bodies.entries()) {
          once.send(named(index + 1, units))
          twice.send(named(index + 1, units))
          twice.send(named(index + 1, units))
        }
        expect(twice.round.fingerprint).toBe(once.round.fingerprint)
      }),
      { numRuns: 25 },
    )
  })

  test('ORD-015 an order that waits is placed once, however often it is sent', () => {
    const s = new Scripted()
    const command: PlaceOrder = { ...named(1), order: request('buy 1 A', limit(90)) }
    for (let n = 0; n < 5; n += 1) s.send(command)
    expect(s.waiting()).toHaveLength(1)
  })
})
