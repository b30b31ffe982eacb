import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop, takeProfit } from '../../test/scripted.ts'
import { Fault } from '../assert.ts'
import { rate, riskOf } from '../index.ts'
import { orderMargin, waitingPrice } from './reserve.ts'

const FEES = { makerFeeRate: rate('0.001'), takerFeeRate: rate('0.002') }

/** What a player's waiting orders set aside, simulated dollars. */
const reserved = (s: Scripted) => orderMargin(s.account(), s.round.config.rules).toFixed()

/** A round at ten times leverage with fees, in which a position may be held already. */
function holding(position: string | null, mode: 'cross' | 'isolated' = 'cross'): Scripted {
  const s = new Scripted({ leverage: 10, mode, cash: 10_000, rules: FEES })
  if (position) s.order(position)
  return s
}

describe.each(['cross', 'isolated'] as const)('%s: what a waiting order sets aside', (mode) => {
  test.each`
    position      | order         | more               | sets
    ${null}       | ${'buy 1 A'}  | ${limit(90)}       | ${'9.09'}
    ${null}       | ${'sell 1 A'} | ${limit(110)}      | ${'11.11'}
    ${null}       | ${'buy 1 A'}  | ${stop(110)}       | ${'11.22'}
    ${null}       | ${'sell 1 A'} | ${stop(90)}        | ${'9.18'}
    ${null}       | ${'buy 1 A'}  | ${takeProfit(90)}  | ${'9.18'}
    ${null}       | ${'sell 1 A'} | ${takeProfit(110)} | ${'11.22'}
    ${'buy 1 A'}  | ${'buy 1 A'}  | ${limit(90)}       | ${'9.09'}
    ${'buy 1 A'}  | ${'sell 1 A'} | ${limit(110)}      | ${'0'}
    ${'buy 1 A'}  | ${'sell 3 A'} | ${limit(110)}      | ${'22.22'}
    ${'buy 1 A'}  | ${'sell 3 A'} | ${stop(90)}        | ${'18.36'}
    ${'sell 1 A'} | ${'buy 1 A'}  | ${limit(90)}       | ${'0'}
    ${'sell 1 A'} | ${'buy 4 A'}  | ${limit(90)}       | ${'27.27'}
    ${'sell 1 A'} | ${'sell 1 A'} | ${limit(110)}      | ${'11.11'}
    ${'buy 1 B'}  | ${'sell 1 A'} | ${limit(110)}      | ${'11.11'}
  `(
    'ORD-009 holding $position, $order as a $more.type sets $sets aside',
    ({ position, order, more, sets }) => {
      const s = holding(position, mode)
      expect(reasonOf(s.order(order, more))).toBe('accepted')
      expect(reserved(s)).toBe(sets)
    },
  )

  test('ORD-009 it comes off free margin, and not off cash', () => {
    const s = holding(null, mode)
    s.order('buy 1 A', limit(90))
    expect(s.cash()).toBe('10000')
    expect(s.free()).toBe('9990.91')
    expect(riskOf(s.round, s.account()).orderMargin.toFixed()).toBe('9.09')
  })
})

describe('several waiting orders', () => {
  test('ORD-009 the first against a position use it up, in the order of placement', () => {
    const s = holding('buy 2 A')
    s.order('sell 1 A', limit(110))
    s.order('sell 2 A', limit(120))
    expect(reserved(s)).toBe('12.12')
    s.order('sell 1 A', limit(130))
    expect(reserved(s)).toBe('25.25')
  })

  test('ORD-009 what the first used is free for the next when it is taken back', () => {
    const s = holding('buy 2 A')
    s.order('sell 2 A', limit(110))
    s.order('sell 2 A', limit(120))
    expect(reserved(s)).toBe('24.24')
    const [first] = s.waiting()
    if (first) s.cancel(first.id)
    expect(reserved(s)).toBe('0')
  })

  test('ORD-009 both sides are set aside when nothing is held: each may be the one that fills', () => {
    const s = holding(null)
    s.order('buy 1 A', limit(90))
    s.order('sell 1 A', limit(110))
    expect(reserved(s)).toBe('20.2')
  })

  test('ORD-009 a reduce-only order sets nothing aside and uses nothing up', () => {
    const s = holding('buy 2 A')
    s.order('sell 2 A', { ...limit(110), reduceOnly: true })
    s.order('sell 2 A', limit(120))
    expect(reserved(s)).toBe('0')
  })

  test('ORD-009 one instrument is not set off against another', () => {
    const s = holding('buy 2 A')
    s.order('sell 1 B', limit(110))
    expect(reserved(s)).toBe('11.11')
  })

  test('ORD-009 a fill of the market that turns the position changes what the others set aside', () => {
    const s = holding('buy 2 A')
    s.order('sell 2 A', limit(110))
    expect(reserved(s)).toBe('0')
    s.order('sell 3 A')
    expect(reserved(s)).toBe('22.22')
  })

  test('ORD-009 every order is rounded up by itself', () => {
    const s = new Scripted({ leverage: 3 })
    for (let n = 0; n < 3; n += 1) s.order('buy 0.001 A', limit(70))
    expect(reserved(s)).toBe('0.07000002')
  })

  test('ORD-009 it follows the leverage that is set', () => {
    const s = holding(null)
    s.order('buy 1 A', limit(90))
    s.leverage('A', 5)
    expect(reserved(s)).toBe('18.09')
  })
})

describe('the limit of what may be set aside', () => {
  test.each`
    units      | answer
    ${'11'}    | ${'accepted'}
    ${'11.11'} | ${'accepted'}
    ${'11.12'} | ${'margin_insufficient'}
  `('ORD-009 of 100 dollars a buy limit of $units at 90 with 10x: $answer', ({ units, answer }) => {
    const s = new Scripted({ leverage: 10, cash: 100 })
    expect(reasonOf(s.order(`buy ${units} A`, limit(90)))).toBe(answer)
  })

  test('ORD-009 exactly all of it may be set aside', () => {
    const s = new Scripted({ leverage: 10, cash: 90 })
    expect(reasonOf(s.order('buy 10 A', limit(90)))).toBe('accepted')
    expect(s.free()).toBe('0')
    expect(reasonOf(s.order('buy 0.001 A', limit(90)))).toBe('margin_insufficient')
  })

  test('ORD-009 what waits cannot be spent a second time by an order that fills at once', () => {
    const s = new Scripted({ leverage: 10, cash: 100 })
    s.order('buy 10 A', limit(90))
    expect(reasonOf(s.order('buy 1 B'))).toBe('accepted')
    expect(reasonOf(s.order('buy 0.001 B'))).toBe('margin_insufficient')
  })

  test('an order that has no price of its own does not wait', () => {
    const s = holding(null)
    s.order('buy 1 A', limit(90))
    const [order] = s.waiting()
    if (!order) throw new Error('it waits')
    expect(waitingPrice(order).toFixed()).toBe('90')
    expect(() => waitingPrice({ ...order, limitPrice: null })).toThrow(Fault)
  })
})
