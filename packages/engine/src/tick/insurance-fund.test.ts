import { describe, expect, test } from 'vitest'
import { crash, under } from '../../test/crash.ts'
import { Scripted } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { money, rate } from '../index.ts'

const fundOf = ({ round }: Scripted): string | undefined => round.books?.insurance.toFixed()

describe('the fund', () => {
  test.each`
    fund    | left     | uncovered
    ${0}    | ${'0'}   | ${'550'}
    ${100}  | ${'0'}   | ${'450'}
    ${550}  | ${'0'}   | ${'0'}
    ${1000} | ${'450'} | ${'0'}
  `('INS-001 a fund of $fund against a shortfall of 550 keeps $left', ({ fund, left, uncovered }) => {
    const { s, events } = crash(under('house-loss', { insuranceFund: money(fund) }))
    expect(fundOf(s)).toBe(left)
    expect(only(events, 'position.liquidated')[0]?.uncovered.toFixed()).toBe(uncovered)
  })

  test('INS-001 what is left of a liquidated margin goes in', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules: under('house-loss') })
    s.order('buy 10 A')
    s.move({ A: '95.4' })
    expect(s.has('A')).toBe(false)
    expect(fundOf(s)).toBe('4')
  })

  test('INS-002 the house bears what nobody else does, isolated and cross', () => {
    const isolated = crash(under('house-loss'))
    expect(isolated.s.round.books?.house.toFixed()).toBe('50')
    const s = new Scripted({ leverage: 10, rules: under('house-loss') })
    s.order('buy 100 A')
    const [settled] = only(s.move({ A: 85 }), 'bucket.settled')
    expect(settled?.uncovered.toFixed()).toBe('500')
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.round.books?.house.toFixed()).toBe('1000')
  })
})

describe('what goes in and what comes out', () => {
  test.each`
    mode          | mark      | arithmetic                    | fund
    ${'isolated'} | ${'80.4'} | ${'200 − 196'}                | ${'104'}
    ${'isolated'} | ${'80'}   | ${'nothing'}                  | ${'100'}
    ${'isolated'} | ${'75'}   | ${'−50'}                      | ${'50'}
    ${'isolated'} | ${'70'}   | ${'−100, all of it'}          | ${'0'}
    ${'isolated'} | ${'60'}   | ${'−200, more than there is'} | ${'0'}
    ${'cross'}    | ${'80.4'} | ${'200 − 196'}                | ${'104'}
    ${'cross'}    | ${'75'}   | ${'−50'}                      | ${'50'}
    ${'cross'}    | ${'60'}   | ${'−200, more than there is'} | ${'0'}
  `('INS-001 $mode long 10 with 200 at $mark: $arithmetic, of 100 the fund holds $fund', (row) => {
    const s = new Scripted({
      mode: row.mode,
      cash: 200,
      rules: { ...under('house-loss'), insuranceFund: money(100), wipedBelow: money(0) },
    })
    s.order('buy 10 A')
    s.move({ A: row.mark })
    expect(s.has('A')).toBe(false)
    expect(fundOf(s)).toBe(row.fund)
  })

  test('INS-001 the fee of closing is the house’s, what is left after it the fund’s', () => {
    const rules = under('house-loss', { closingFeeRate: rate('0.001') })
    const s = new Scripted({ mode: 'isolated', leverage: 20, rules })
    s.order('buy 10 A')
    s.move({ A: '95.5' })
    expect(s.booksInWords()).toBe('house 45.955, fund 4.045')
  })

  test('INS-001 trades, transfers, funding and fees of players leave it alone', () => {
    const s = new Scripted({
      mode: 'isolated',
      rules: { takerFeeRate: rate('0.001'), funding: { everyTicks: 1, rate: rate('0.001') } },
    })
    s.order('buy 10 A')
    s.transfer('A', 100)
    s.move({ A: 90 })
    s.order('sell 10 A')
    expect(fundOf(s)).toBe('10000')
  })

  test('INS-001 the last of a wiped account goes in', () => {
    const s = new Scripted({ mode: 'isolated', cash: 50.75, leverage: 20, rules: under('house-loss') })
    s.order('buy 10 A')
    expect(tale(s.move({ A: 95 }))).toEqual(['s1 loses 10 A at 95', 's1 is wiped'])
    expect(fundOf(s)).toBe('0.75')
  })

  test.each`
    policy                 | house
    ${'house-loss'}        | ${'50'}
    ${'auto-deleveraging'} | ${'50'}
    ${'socialised-loss'}   | ${'50'}
  `('INS-002 with nobody to pay, the house keeps 50 of a loss of 600 under $policy', ({ policy, house }) => {
    const { s, events } = crash(under(policy))
    expect(tale(events)).toEqual(['s1 loses 10 A at 40'])
    expect(s.round.books?.house.toFixed()).toBe(house)
  })

  test('INS-002 while the fund pays, nobody is asked, whatever the policy', () => {
    for (const policy of ['auto-deleveraging', 'socialised-loss'] as const) {
      const { s, events } = crash(under(policy, { insuranceFund: money(550) }), '10x sell 10 A')
      expect(tale(events)).toEqual(['s1 loses 10 A at 40'])
      expect(fundOf(s)).toBe('0')
    }
  })
})
