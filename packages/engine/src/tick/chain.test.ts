import { describe, expect, test } from 'vitest'
import { under } from '../../test/crash.ts'
import { Scripted } from '../../test/scripted.ts'
import { tale } from '../../test/tale.ts'
import { money } from '../index.ts'

describe('the fund in the middle of a tick', () => {
  test.each`
    fund    | arithmetic                         | told
    ${1100} | ${'550 and 550'}                   | ${[]}
    ${600}  | ${'550 and 50, 500 / 55 = 9.0909'} | ${['s3 gives up 9.091 A at 95']}
    ${550}  | ${'550 and nothing, 550 / 55'}     | ${['s3 gives up 10 A at 95']}
  `('INS-002 a fund of $fund pays by seat: $arithmetic', ({ fund, told }) => {
    const rules = under('auto-deleveraging', { insuranceFund: money(fund) })
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules })
    s.rival('s2', '20x buy 10 A')
    s.rival('s3', '2x sell 20 A')
    s.order('buy 10 A')
    expect(tale(s.move({ A: 40 }))).toEqual(['s1 loses 10 A at 40', 's2 loses 10 A at 40', ...told])
  })

  test('INS-006 the winners of the first loser come before the second is closed', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('auto-deleveraging') })
    s.rival('s2', '20x buy 10 A')
    s.rival('s3', '2x sell 14 A')
    s.order('buy 10 A')
    expect(tale(s.move({ A: 40 }))).toEqual([
      's1 loses 10 A at 40',
      's3 gives up 10 A at 95',
      's2 loses 10 A at 40',
      's3 gives up 4 A at 95',
    ])
    expect(s.round.books?.house.toFixed()).toBe('30')
  })

  test('INS-007 a winner is taken down, and its loss goes on to a third account', () => {
    const s = new Scripted({ leverage: 20, rules: under('auto-deleveraging') })
    s.mode('A', 'isolated')
    s.rival('s2', '20x sell 60 A', '20x buy 100 B')
    const third = s.rival('s3', '10x sell 50 B')
    s.order('buy 100 A')
    expect(tale(s.move({ A: 70, B: 73 }))).toEqual([
      's1 loses 100 A at 70',
      's2 gives up 60 A at 95', // 2500 / 25 = 100, it has 60 and 300 of profit
      's2 loses 100 B at 73', // 1300 − 2700 = −1400, so B is 73 + 14
      's2 owes 1400 uncovered',
      's3 gives up 50 B at 87',
      's2 is wiped',
    ])
    expect([s.inWords(), s.inWords(third)]).toEqual(['500', '1650'])
    expect(s.booksInWords()).toBe('house 850, fund 0')
  })

  test('INS-007 a seat that was passed over already is looked at in the next sweep of the tick', () => {
    const s = new Scripted({ leverage: 20, rules: under('auto-deleveraging') })
    s.order('sell 60 A')
    s.order('buy 100 B')
    const loser = s.join('s2')
    s.mode('A', 'isolated', loser)
    s.order('buy 100 A', {}, loser)
    expect(tale(s.move({ A: 70, B: 73 }))).toEqual([
      's2 loses 100 A at 70',
      's1 gives up 60 A at 95',
      's1 loses 100 B at 73',
      's1 owes 1400 uncovered',
      's1 is wiped',
    ])
  })
})
