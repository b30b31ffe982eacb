import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Decimal, entryPrice, instrumentId, money, type Outcome, rate } from '../../src/index.ts'
import type { Scripted } from '../scripted.ts'
import { stageOf, trading } from '../vectors/stage.ts'
import { Ledger, type Terms } from './ledger.ts'

const A = instrumentId('A')

type Act =
  | { readonly do: 'trade'; readonly units: number }
  | { readonly do: 'close'; readonly share: number }
  | { readonly do: 'mark'; readonly percent: number }
  | { readonly do: 'transfer'; readonly amount: number }
  | { readonly do: 'leverage'; readonly leverage: number }

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constant('trade' as const), units: fc.integer({ min: -200, max: 200 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constant('close' as const), share: fc.integer({ min: 1, max: 150 }) }),
    },
    {
      weight: 5,
      arbitrary: fc.record({ do: fc.constant('mark' as const), percent: fc.integer({ min: -8, max: 8 }) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('transfer' as const),
        amount: fc.integer({ min: -300, max: 300 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('leverage' as const),
        leverage: fc.constantFrom(0, 1, 2, 3, 5, 5, 10, 20, 21),
      }),
    },
  ),
  { minLength: 10, maxLength: 60, size: 'max' },
)

const permille = (most: number) => fc.integer({ min: 0, max: most }).map((n) => new Decimal(n).div(1000))

const terms: fc.Arbitrary<Terms> = fc.record({
  maintenanceRate: fc.integer({ min: 1, max: 60 }).map((n) => new Decimal(n).div(1000)),
  closingFeeRate: permille(10),
  feeRate: permille(20),
  leverageMax: fc.constant(new Decimal(20)),
})

/** Whatever is nearer to a bound than this may be decided either way: the ledger does not round. */
const HAIR = new Decimal('0.0001')

/** A round and the ledger that is kept beside it. */
class Twins {
  readonly stage: Scripted
  readonly terms: Terms
  ledger: Ledger
  mark = new Decimal(100)
  readonly seen = { accepted: 0, rejected: 0, liquidated: 0 }

  constructor(terms: Terms, cash: number) {
    this.terms = terms
    this.stage = stageOf({
      mode: 'isolated',
      cash: String(cash),
      leverage: '5',
      maintenanceRate: terms.maintenanceRate.toFixed(),
      openings: { A: '100' },
      rules: {
        leverageMax: rate(terms.leverageMax),
        takerFeeRate: rate(terms.feeRate),
        closingFeeRate: rate(terms.closingFeeRate),
        wipedBelow: money(0),
      },
    })
    this.ledger = new Ledger({ cash: new Decimal(cash), leverage: new Decimal(5) })
  }

  /** Whether both went the same way; when a bound is too near to tell, the rest is not played. */
  act(act: Act): boolean {
    if (act.do === 'mark') return this.move(act.percent)
    const plan = this.plan(act)
    if (!plan) return true
    if (plan.slack.abs().lt(HAIR)) return false
    const outcome = plan.send()
    expect(outcome.status, JSON.stringify(act)).toBe(plan.slack.isNegative() ? 'rejected' : 'accepted')
    this.seen[plan.slack.isNegative() ? 'rejected' : 'accepted'] += 1
    if (!plan.slack.isNegative()) this.ledger = plan.next
    this.compare()
    return true
  }

  private plan(act: Exclude<Act, { do: 'mark' }>) {
    const { stage, ledger, mark, terms } = this
    if (act.do === 'leverage') {
      const leverage = new Decimal(act.leverage)
      const command = { type: 'leverage.set', seat: stage.seat, id: null, instrument: A } as const
      const send = (): Outcome => stage.send({ ...command, leverage: rate(leverage) })
      return { ...ledger.setLeverage(leverage, mark, terms), send }
    }
    if (act.do === 'transfer') {
      if (ledger.size.isZero() || act.amount === 0) return null
      const command = { type: 'margin.transfer', seat: stage.seat, id: null, instrument: A } as const
      const send = (): Outcome => stage.send({ ...command, amount: money(act.amount) })
      return { ...ledger.transfer(new Decimal(act.amount), mark), send }
    }
    const units =
      act.do === 'trade'
        ? new Decimal(act.units).div(10)
        : ledger.size.times(-act.share).div(100).toDecimalPlaces(3, Decimal.ROUND_DOWN)
    if (units.isZero()) return null
    return {
      ...ledger.trade(units, mark, terms),
      send: (): Outcome => stage.order(trading(units.toFixed(), 'A')),
    }
  }

  private move(percent: number): boolean {
    const mark = this.mark
      .times(100 + percent)
      .div(100)
      .toDecimalPlaces(6)
    const health = this.ledger.health(mark, this.terms)
    if (!this.ledger.size.isZero() && health.abs().lt(HAIR)) return false
    this.mark = mark
    this.stage.move({ A: mark.toFixed() })
    if (!this.ledger.size.isZero() && health.isNegative()) {
      this.ledger = this.ledger.liquidated(mark, this.terms)
      this.seen.liquidated += 1
    }
    this.compare()
    return true
  }

  private compare(): void {
    const account = this.stage.account()
    const held = account.positions.get(A)
    const { ledger } = this
    expect(held?.size.toFixed() ?? '0').toBe(ledger.size.toDecimalPlaces(12).toFixed())
    this.near('cash', account.cash, ledger.cash)
    this.near('fees', account.feesPaid, ledger.fees)
    this.near('margin', held?.margin ?? new Decimal(0), ledger.margin)
    if (held) this.near('entry', entryPrice(held), ledger.entry)
  }

  private near(what: string, found: Decimal, wanted: Decimal): void {
    expect(found.minus(wanted).abs().lt(HAIR), `${what} ${found} is not ${wanted}`).toBe(true)
  }
}

describe('an isolated account kept by hand', () => {
  test('MAR-009 to MAR-013, ORD-008, LIQ-002: the round says the same, whatever is done', () => {
    const total = { accepted: 0, rejected: 0, liquidated: 0 }
    fc.assert(
      fc.property(terms, fc.constantFrom(300, 2000), acts, (given, cash, script) => {
        const twins = new Twins(given, cash)
        for (const act of script) if (!twins.act(act)) break
        total.accepted += twins.seen.accepted
        total.rejected += twins.seen.rejected
        total.liquidated += twins.seen.liquidated
      }),
      { numRuns: 120 },
    )
    expect(total.accepted).toBeGreaterThan(500)
    expect(total.rejected).toBeGreaterThan(100)
    expect(total.liquidated).toBeGreaterThan(10)
  }, 60_000)
})
