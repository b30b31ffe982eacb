import { describe, expect, test } from 'vitest'
import { affairs, limit, reasonOf, Scripted, stop } from '../../test/scripted.ts'
import { execute, orderId } from '../index.ts'

describe('taking an order back', () => {
  test.each`
    mode          | order          | more
    ${'cross'}    | ${'buy 10 A'}  | ${limit(90)}
    ${'isolated'} | ${'buy 10 A'}  | ${limit(90)}
    ${'cross'}    | ${'sell 10 A'} | ${limit(110)}
    ${'isolated'} | ${'sell 10 A'} | ${stop(90)}
  `('ORD-009 $mode: $order gives back all that it set aside', ({ mode, order, more }) => {
    const s = new Scripted({ mode })
    const before = s.free()
    s.order(order, more)
    expect(s.free()).not.toBe(before)
    const [waiting] = s.waiting()
    expect(reasonOf(s.cancel(waiting?.id ?? orderId('none')))).toBe('accepted')
    expect(s.free()).toBe(before)
    expect(s.waiting()).toEqual([])
  })

  test('RND-001 tells its seat which order and why', () => {
    const s = new Scripted()
    s.order('buy 1 A', limit(90))
    expect(s.cancel(orderId('s1-o1')).events).toEqual([
      { type: 'order.cancelled', seat: s.seat, order: 's1-o1', reason: 'asked' },
    ])
  })

  test('RND-001 leaves the others in their order', () => {
    const s = new Scripted()
    for (const at of [90, 80, 70]) s.order('buy 1 A', limit(at))
    s.cancel(orderId('s1-o2'))
    expect(s.waiting().map(({ id }) => id)).toEqual(['s1-o1', 's1-o3'])
    s.order('buy 1 A', limit(60))
    expect(s.waiting().map(({ id }) => id)).toEqual(['s1-o1', 's1-o3', 's1-o4'])
  })

  test('ORD-012 is refused a second time, for a filled order, and for another seat', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 1 A')
    s.order('buy 1 A', limit(90))
    const before = affairs(s.round)
    expect(reasonOf(s.cancel(orderId('s1-o1')))).toBe('order_unknown')
    expect(reasonOf(s.cancel(orderId('s1-o2'), other))).toBe('order_unknown')
    expect(affairs(s.round)).toBe(before)
    s.cancel(orderId('s1-o2'))
    expect(reasonOf(s.cancel(orderId('s1-o2')))).toBe('order_unknown')
  })

  test('RND-005 is refused after the bell', () => {
    const s = new Scripted()
    s.order('buy 1 A', limit(90))
    execute(s.round, { type: 'round.end' })
    expect(reasonOf(s.cancel(orderId('s1-o1')))).toBe('round_not_running')
  })
})
