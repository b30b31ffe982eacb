import { describe, expect, test } from 'vitest'
import { limit, reasonOf, request, Scripted } from '../../test/scripted.ts'
import { atRisk, previewOrder } from '../index.ts'

describe('what locks the margin mode', () => {
  test.each`
    held          | waiting      | reason
    ${null}       | ${null}      | ${'accepted'}
    ${'buy 1 A'}  | ${null}      | ${'mode_locked_by_position'}
    ${'sell 1 A'} | ${null}      | ${'mode_locked_by_position'}
    ${null}       | ${'buy 1 A'} | ${'mode_locked_by_order'}
    ${'buy 1 A'}  | ${'buy 1 A'} | ${'mode_locked_by_position'}
    ${'buy 1 B'}  | ${'buy 1 B'} | ${'accepted'}
  `('MAR-014 when flat: holding $held with $waiting waiting, A is $reason', ({ held, waiting, reason }) => {
    const s = new Scripted()
    if (held) s.order(held)
    if (waiting) s.order(waiting, limit(90))
    expect(reasonOf(s.mode('A', 'isolated'))).toBe(reason)
    const mode = s.account().settings.get(request('buy 1 A').instrument)?.marginMode
    expect(mode).toBe(reason === 'accepted' ? 'isolated' : 'cross')
  })

  test('MAR-014 the lock opens when the order is taken back and the position closed', () => {
    const s = new Scripted()
    s.order('buy 1 A', limit(90))
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('mode_locked_by_order')
    s.move({ A: 90 })
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('mode_locked_by_position')
    s.order('sell 1 A')
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('accepted')
    s.order('buy 1 A')
    expect(s.inWords()).toBe('982, A 1 with 18')
  })

  test('MAR-014 the mode that is set already is never refused and moves nothing', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 1 A')
    s.order('buy 1 A', limit(90))
    expect(reasonOf(s.mode('A', 'isolated'))).toBe('accepted')
    expect(s.inWords()).toBe('980, A 1 with 20')
  })
})

describe('what the round allows', () => {
  test.each`
    policy             | from          | to            | reason
    ${'cross-only'}    | ${'cross'}    | ${'isolated'} | ${'mode_not_allowed'}
    ${'cross-only'}    | ${'cross'}    | ${'cross'}    | ${'accepted'}
    ${'isolated-only'} | ${'isolated'} | ${'cross'}    | ${'mode_not_allowed'}
    ${'isolated-only'} | ${'isolated'} | ${'isolated'} | ${'accepted'}
    ${'choice'}        | ${'cross'}    | ${'isolated'} | ${'accepted'}
    ${'choice'}        | ${'isolated'} | ${'cross'}    | ${'accepted'}
  `('MAR-016 under $policy, from $from to $to is $reason', ({ policy, from, to, reason }) => {
    const s = new Scripted({ mode: from, rules: { modePolicy: policy, defaultMode: from } })
    expect(reasonOf(s.mode('A', to))).toBe(reason)
  })
})

describe('what can be lost', () => {
  test.each`
    mode          | orders                      | marks        | arithmetic               | lost
    ${'isolated'} | ${['buy 10 A']}             | ${{}}        | ${'its margin'}          | ${'200'}
    ${'isolated'} | ${['buy 10 A']}             | ${{ A: 90 }} | ${'its margin still'}    | ${'200'}
    ${'isolated'} | ${['sell 4 A', 'buy 10 B']} | ${{}}        | ${'its own margin only'} | ${'80'}
    ${'cross'}    | ${['buy 10 A']}             | ${{}}        | ${'all'}                 | ${'1000'}
    ${'cross'}    | ${['buy 10 A']}             | ${{ A: 90 }} | ${'1000 − 100'}          | ${'900'}
    ${'cross'}    | ${['buy 10 A', 'buy 10 B']} | ${{ B: 80 }} | ${'1000 − 200'}          | ${'800'}
  `('MAR-017 $mode $orders at $marks: $arithmetic, $lost', ({ mode, orders, marks, lost }) => {
    const s = new Scripted({ mode })
    for (const order of orders) s.order(order)
    s.move(marks)
    expect(atRisk(s.round, s.account(), s.position('A')).toFixed()).toBe(lost)
  })

  test.each`
    mode          | order           | lost
    ${'isolated'} | ${'buy 10 A'}   | ${'200'}
    ${'isolated'} | ${'sell 2.5 A'} | ${'50'}
    ${'cross'}    | ${'buy 10 A'}   | ${'1000'}
  `('MAR-017 the ticket of $mode $order shows $lost before it is sent', ({ mode, order, lost }) => {
    const s = new Scripted({ mode })
    expect(previewOrder(s.round, s.seat, request(order)).atRisk.toFixed()).toBe(lost)
  })

  test('MAR-017 nothing can be lost without a position', () => {
    const s = new Scripted()
    expect(atRisk(s.round, s.account(), null).toFixed()).toBe('0')
  })

  test.each`
    mode          | orders                      | left
    ${'isolated'} | ${['buy 10 A', 'buy 10 B']} | ${'800, B 10 with 200'}
    ${'cross'}    | ${['buy 9 A', 'buy 10 B']}  | ${'1000, A 9, B 10'}
    ${'cross'}    | ${['buy 10 A', 'buy 10 B']} | ${'0'}
  `('MAR-017 $mode $orders, A at a cent: $left is left', ({ mode, orders, left }) => {
    const s = new Scripted({ mode, cash: mode === 'cross' ? 1000 : 1200 })
    for (const order of orders) s.order(order)
    s.move({ A: '0.01' })
    expect(s.inWords()).toBe(left)
  })
})
