import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  Decimal,
  equityOf,
  freeMargin,
  instrumentOf,
  isInTrouble,
  type PositionLiquidated,
  type Round,
  type RoundEvent,
  type Rules,
  worth,
} from '../../src/index.ts'
import { gaps, observeGap } from './gap.ts'
import type { Look } from './observe.ts'
import { lossRegimes } from './regimes.ts'

const runs = { numRuns: 150, interruptAfterTimeLimit: 30_000 }

const under = (policy: Rules['lossPolicy']) => lossRegimes.filter(({ rules }) => rules.lossPolicy === policy)

/** Holds a law over random gaps, and fails where what it is about never happened. */
function hold(rules: Partial<Rules>, kind: RoundEvent['type'], open: () => Look): void {
  let seen = 0
  fc.assert(
    fc.property(gaps, (gap) => {
      const look = open()
      observeGap(gap, rules, (event, round) => {
        if (event.type === kind) seen += 1
        return look(event, round)
      })
    }),
    runs,
  )
  expect(seen).toBeGreaterThan(10)
}

describe.each(under('auto-deleveraging'))('$name', { timeout: 60_000 }, ({ rules }) => {
  test('INS-003 INS-005 a winner has no loss on what it gives up, pays no fee and keeps its side', () => {
    hold(rules, 'position.deleveraged', () => (event, round) => {
      if (event.type !== 'position.deleveraged') return undefined
      const account = round.accounts.get(event.seat)
      const held = account?.positions.get(event.instrument)
      expect(held && worth(held.size, event.price).gte(held.entryCost)).toBe(true)
      expect(event.realizedPnl.gte(0)).toBe(true)
      expect(event.fee.toFixed()).toBe('0')
      expect(['reduce', 'close']).toContain(event.effect)
      const before = account && equityOf(round, account)
      return () => {
        const after = round.accounts.get(event.seat)
        const gap = event.price.minus(event.mark).abs().times(event.quantity)
        const lost = before && after && before.minus(equityOf(round, after))
        expect(lost?.minus(gap).abs().lte('0.00000002')).toBe(true)
      }
    })
  })

  test('INS-005 what is recovered is no more than was uncovered and one increment’s worth', () => {
    hold(rules, 'position.deleveraged', () => {
      const recoveries = new Recoveries()
      return (event, round) => recoveries.look(event, round)
    })
  })

  test('INS-003 nobody is deleveraged unless the fund is empty', () => {
    hold(rules, 'position.deleveraged', () => (event, round) => {
      if (event.type === 'position.deleveraged') expect(round.books?.insurance.toFixed()).toBe('0')
      return undefined
    })
  })
})

/** Keeps a forced close's loss beside what was recovered of it. */
class Recoveries {
  private closed: PositionLiquidated[] = []
  private uncovered = new Decimal(0)
  private recovered = new Decimal(0)
  private allowance = new Decimal(0)
  private readonly quantities = new Map<string, Decimal>()

  look(event: RoundEvent, round: Round): undefined {
    if (event.type === 'position.liquidated') this.close(event)
    if (event.type === 'bucket.settled') this.uncovered = this.uncovered.plus(event.uncovered)
    if (event.type !== 'position.deleveraged') return
    const gap = event.price.minus(event.mark).abs()
    const increment = instrumentOf(round, event.instrument).sizeIncrement
    this.recovered = this.recovered.plus(gap.times(event.quantity))
    this.allowance = Decimal.max(this.allowance, gap.times(increment))
    const given = (this.quantities.get(event.instrument) ?? new Decimal(0)).plus(event.quantity)
    this.quantities.set(event.instrument, given)
    const lost = this.closed.find(({ instrument }) => instrument === event.instrument)
    expect(lost && given.lte(lost.size.abs())).toBe(true)
    expect(this.recovered.lte(this.uncovered.plus(this.allowance))).toBe(true)
  }

  /** Another cause is another bucket. */
  private close(event: PositionLiquidated): void {
    if (this.closed[0]?.cause !== event.cause) {
      this.closed = []
      this.uncovered = new Decimal(0)
      this.recovered = new Decimal(0)
      this.allowance = new Decimal(0)
      this.quantities.clear()
    }
    this.closed.push(event)
    this.uncovered = this.uncovered.plus(event.uncovered)
  }
}

describe.each(under('socialised-loss'))('$name', { timeout: 60_000 }, ({ rules }) => {
  test('INS-008 a share is no more than profit and free margin, and makes nobody sick', () => {
    hold(rules, 'loss.socialised', () => (event, round) => {
      if (event.type !== 'loss.socialised') return undefined
      const account = round.accounts.get(event.seat)
      if (!account) throw new Error('a share is borne by an account')
      const profit = equityOf(round, account).minus(round.config.startingCash)
      expect(event.amount.gt(0) && event.amount.lte(profit)).toBe(true)
      expect(event.amount.lte(freeMargin(round, account))).toBe(true)
      return () => {
        const after = round.accounts.get(event.seat)
        expect(after && freeMargin(round, after).gte(0)).toBe(true)
        expect(after && isInTrouble(round, after)).toBe(false)
      }
    })
  })

  test('INS-008 the shares of a tick add up to no more than it left uncovered', () => {
    hold(rules, 'loss.socialised', () => {
      let uncovered = new Decimal(0)
      let shared = new Decimal(0)
      return (event) => {
        if (event.type === 'market.moved') {
          uncovered = new Decimal(0)
          shared = new Decimal(0)
        }
        if (event.type === 'position.liquidated' || event.type === 'bucket.settled') {
          uncovered = uncovered.plus(event.uncovered)
        }
        if (event.type === 'loss.socialised') shared = shared.plus(event.amount)
        expect(shared.lte(uncovered)).toBe(true)
        return undefined
      }
    })
  })
})

describe.each(under('house-loss'))('$name', { timeout: 60_000 }, ({ rules }) => {
  test('INS-002 no player ever pays for another', () => {
    hold(rules, 'position.liquidated', () => (event) => {
      expect(['position.deleveraged', 'loss.socialised']).not.toContain(event.type)
      return undefined
    })
  })
})
