import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop } from '../../test/scripted.ts'
import { freeMargin, rate, riskOf } from '../index.ts'

const free = (s: Scripted): string => freeMargin(s.round, s.account()).toFixed()

describe('free margin', () => {
  test.each`
    orders                       | marks               | arithmetic            | left
    ${[]}                        | ${{}}               | ${'1000'}             | ${'1000'}
    ${['buy 10 A']}              | ${{}}               | ${'1000 − 200'}       | ${'800'}
    ${['buy 10 A']}              | ${{ A: 110 }}       | ${'1100 − 220'}       | ${'880'}
    ${['buy 10 A']}              | ${{ A: 90 }}        | ${'900 − 180'}        | ${'720'}
    ${['sell 10 A']}             | ${{ A: 110 }}       | ${'900 − 220'}        | ${'680'}
    ${['buy 10 A', 'sell 10 B']} | ${{ A: 95, B: 95 }} | ${'1000 − 190 − 190'} | ${'620'}
    ${['buy 50 A']}              | ${{ A: 90 }}        | ${'500 − 900'}        | ${'-400'}
  `('MAR-005 after $orders at $marks: $arithmetic = $left', ({ orders, marks, left }) => {
    const s = new Scripted()
    for (const order of orders) s.order(order)
    s.move(marks)
    expect(free(s)).toBe(left)
  })

  test('MAR-005 an isolated profit is no free margin, its margin is not counted twice', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: 150 })
    expect(free(s)).toBe('800')
    s.move({ A: 90 })
    expect(free(s)).toBe('800')
  })

  test.each`
    text           | more                                 | arithmetic            | left
    ${'buy 10 B'}  | ${limit(90)}                         | ${'800 − 90·10/5'}    | ${'620'}
    ${'sell 5 B'}  | ${limit(120)}                        | ${'800 − 120·5/5'}    | ${'680'}
    ${'buy 10 B'}  | ${stop(110)}                         | ${'800 − 110·10/5'}   | ${'580'}
    ${'sell 4 A'}  | ${limit(120)}                        | ${'800, only closes'} | ${'800'}
    ${'sell 10 A'} | ${limit(120)}                        | ${'800, only closes'} | ${'800'}
    ${'sell 14 A'} | ${limit(120)}                        | ${'800 − 120·4/5'}    | ${'704'}
    ${'sell 10 A'} | ${{ ...stop(80), reduceOnly: true }} | ${'800, reduces'}     | ${'800'}
  `('MAR-005 long 10 A and a waiting $text set aside: $arithmetic = $left', ({ text, more, left }) => {
    const s = new Scripted()
    s.order('buy 10 A')
    expect(reasonOf(s.order(text, more))).toBe('accepted')
    expect(free(s)).toBe(left)
  })

  test('MAR-005 a waiting order sets its opening fee aside too, the rate by how it would fill', () => {
    const fees = { takerFeeRate: rate('0.002'), makerFeeRate: rate('0.001') }
    const maker = new Scripted({ rules: fees })
    maker.order('buy 10 A', limit(90))
    expect(free(maker)).toBe('819.1') // 1000 − 180 − 0.9
    const taker = new Scripted({ rules: fees })
    taker.order('buy 10 A', stop(110))
    expect(free(taker)).toBe('777.8') // 1000 − 220 − 2.2
  })

  test('MAR-005 it may be negative while the account is healthy, and then nothing is opened', () => {
    const s = new Scripted({ leverage: 10 })
    s.order('buy 50 A')
    s.order('buy 10 B', limit(90))
    expect(free(s)).toBe('410')
    s.move({ A: 88 })
    expect(free(s)).toBe('-130')
    expect(s.has('A')).toBe(true)
    expect(reasonOf(s.order('buy 0.001 C'))).toBe('margin_insufficient')
    expect(reasonOf(s.order('sell 1 A'))).toBe('accepted')
  })

  test.each`
    order             | outcome
    ${'buy 50 A'}     | ${'accepted'}
    ${'buy 50.001 A'} | ${'margin_insufficient'}
    ${'sell 50 A'}    | ${'accepted'}
  `('MAR-005 of 1,000 at 5x, $order is $outcome: the last unit counts', ({ order, outcome }) => {
    expect(reasonOf(new Scripted().order(order))).toBe(outcome)
  })
})

describe('the level of the tank', () => {
  test.each`
    mark    | arithmetic                   | buffer
    ${100}  | ${'(200 − 5) / (200 − 5)'}   | ${1}
    ${'90'} | ${'(100 − 4.5)/(180 − 4.5)'} | ${95.5 / 175.5}
    ${120}  | ${'(400 − 6) / (240 − 6)'}   | ${394 / 234}
  `('MAR-005 isolated long 10 at a mark of $mark is filled to $arithmetic', ({ mark, buffer }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.move({ A: mark })
    const [bucket] = riskOf(s.round, s.account()).isolated.values()
    expect(bucket?.buffer).toBeCloseTo(buffer, 12)
  })

  test('MAR-005 an account without positions is full', () => {
    const s = new Scripted()
    expect(riskOf(s.round, s.account()).cross.buffer).toBe(1)
  })
})
