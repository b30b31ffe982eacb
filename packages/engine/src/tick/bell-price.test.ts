import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { filled, movedMarket, rest } from '../../test/moved-market.ts'
import type { Scripted } from '../../test/scripted.ts'
import { execute } from '../execute.ts'
import { type Decimal, ZERO } from '../number/decimal.ts'

const settledAt = (s: Scripted): readonly string[] =>
  execute(s.round, { type: 'round.end' }).events.flatMap((event) =>
    event.type === 'position.settled' ? [event.price.toFixed()] : [],
  )

describe('the bell in a market that trades move', () => {
  test('IMP-014 who has pushed the price alone gets back what he paid, less rounding', () => {
    const s = movedMarket()
    expect(filled(s.order('buy 10 A'))).toBe('10 at 100.53')
    expect(settledAt(s)).toEqual(['100.52'])
  })

  test('IMP-014 the mark that a buyer has pushed up is not what he is paid', () => {
    const s = movedMarket()
    s.order('buy 20 A')
    rest(s)
    const mark = [...s.round.marks.values()][0]
    const [price] = settledAt(s)
    expect(mark?.gt('101.7')).toBe(true)
    expect(Number(price)).toBeLessThan(101)
  })

  test('IMP-014 positions that cancel each other out are closed where the price stands', () => {
    const s = movedMarket()
    const other = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 10 A', {}, other)
    expect(new Set(settledAt(s))).toEqual(new Set(['100']))
  })

  test('IMP-014 players together never gain from a market that nothing else moves', () => {
    const trade = fc.record({
      seat: fc.integer({ min: 0, max: 2 }),
      units: fc.integer({ min: -60, max: 60 }).filter((units) => units !== 0),
      ticks: fc.integer({ min: 0, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(trade, { minLength: 1, maxLength: 8 }), (trades) => {
        const s = movedMarket({ cash: 10_000_000, leverage: 1 })
        const seats = [s.seat, s.join('s2'), s.join('s3')]
        for (const { seat, units, ticks } of trades) {
          s.order(`${units > 0 ? 'buy' : 'sell'} ${Math.abs(units)} A`, {}, seats[seat])
          for (let tick = 0; tick < ticks; tick += 1) rest(s)
        }
        execute(s.round, { type: 'round.end' })
        let gained: Decimal = ZERO
        for (const { cash } of s.round.accounts.values()) gained = gained.plus(cash).minus(10_000_000)
        // The bell rounds to the nearest increment, half of which may fall to the players for each unit.
        expect(gained.toNumber()).toBeLessThanOrEqual(0.005 * 480)
      }),
      { numRuns: 30 },
    )
  })
})
