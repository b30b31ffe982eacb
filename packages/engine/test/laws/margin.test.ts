import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonical,
  Decimal,
  deriveTiers,
  entryPrice,
  equityOf,
  execute,
  type Instrument,
  type InstrumentId,
  instrumentId,
  type LiquidationInputs,
  liquidationPriceAcrossTiers,
  type MarginMode,
  maintenanceMargin,
  money,
  openRound,
  type Position,
  price,
  quantity,
  rate,
  requirement,
  type SeatId,
  seedFromText,
  size,
  type Tier,
} from '../../src/index.ts'
import { closePart } from '../../src/orders/fill.ts'
import { Scripted } from '../scripted.ts'
import { acts, play, wildConfig } from './play.ts'

const runs = { numRuns: 200, interruptAfterTimeLimit: 30_000 }

/** Tables of one to four tiers with floors that rise and rates that do not fall. */
const tables: fc.Arbitrary<readonly Tier[]> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 3 }),
    fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([floors, rates]) => {
    const rising = [...rates].sort((a, b) => a - b)
    return deriveTiers(
      [0, ...floors.sort((a, b) => a - b)].map((floor, index) => ({
        floor: floor * 25,
        maintenanceRate: new Decimal(rising[index] ?? 1).div(1000),
      })),
    )
  })

const cents = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => new Decimal(n).div(100))
const notionals = cents(0, 2_000_000)

/** An instrument with a table of its own. */
function withTable(tiers: readonly Tier[]): Instrument {
  const [instrument] = new Scripted({ tiers }).round.config.instruments
  if (!instrument) throw new Error('no instrument')
  return instrument
}

/** A bucket of one position from about 100 that is healthy at 100, as a liquidation price is asked of it. */
const buckets = fc
  .record({
    side: fc.constantFrom<1 | -1>(1, -1),
    units: fc.integer({ min: 1, max: 200 }),
    entry: cents(8000, 12_000),
    extra: cents(0, 300_000),
    fee: fc.constantFrom('0', '0.001', '0.01'),
    tiers: tables,
  })
  .map(({ side, units, entry, extra, fee, tiers }) => {
    const entryCost = money(entry.times(units).times(side))
    const pnl = new Decimal(100 * units * side).minus(entryCost)
    const required = requirement(withTable(tiers), money(100 * units), rate(fee))
    const inputs: LiquidationInputs = {
      side,
      quantity: quantity(units),
      entryCost,
      wallet: money(required.minus(pnl).plus(extra)),
      otherUnrealizedPnl: money(0),
      otherRequirement: money(0),
      closingFeeRate: rate(fee),
    }
    return { inputs, tiers }
  })

/** How far the mark of 100 may go against the position; farther than anything where there is no price. */
const distance = (inputs: LiquidationInputs, tiers: readonly Tier[]): Decimal => {
  const at = liquidationPriceAcrossTiers(inputs, tiers)
  return at ? new Decimal(100).minus(at).times(inputs.side) : new Decimal(100)
}

describe('laws of maintenance', () => {
  test('MAR-003 it has no step: a cent more of notional asks for a cent at the highest rate at most', () => {
    fc.assert(
      fc.property(tables, notionals, (tiers, notional) => {
        const instrument = withTable(tiers)
        const more = maintenanceMargin(instrument, money(notional.plus('0.01')))
        const rise = more.minus(maintenanceMargin(instrument, money(notional)))
        expect(rise.gt(0)).toBe(true)
        expect(rise.lte((tiers.at(-1)?.maintenanceRate ?? rate(0)).times('0.01'))).toBe(true)
      }),
      runs,
    )
  })

  test('MAR-003 it is convex: half way between two notionals it is no more than half of both', () => {
    fc.assert(
      fc.property(tables, notionals, notionals, (tiers, a, b) => {
        const instrument = withTable(tiers)
        const at = (notional: Decimal) => maintenanceMargin(instrument, money(notional))
        expect(at(a.plus(b).div(2)).lte(at(a).plus(at(b)).div(2))).toBe(true)
      }),
      runs,
    )
  })

  test('MAR-003 it is the largest of its tiers’ lines, and a whole asks for no less than its halves', () => {
    fc.assert(
      fc.property(tables, notionals, (tiers, notional) => {
        const instrument = withTable(tiers)
        const lines = tiers.map((tier) => notional.times(tier.maintenanceRate).minus(tier.maintenanceAmount))
        const whole = maintenanceMargin(instrument, money(notional))
        expect(whole.toFixed()).toBe(Decimal.max(...lines).toFixed())
        expect(whole.gte(maintenanceMargin(instrument, money(notional.div(2))).times(2))).toBe(true)
      }),
      runs,
    )
  })
})

describe('laws of the liquidation price', () => {
  test('MAR-006 where it is, equity meets the requirement', () => {
    fc.assert(
      fc.property(buckets, ({ inputs, tiers }) => {
        const at = liquidationPriceAcrossTiers(inputs, tiers)
        if (!at) return
        const notional = at.times(inputs.quantity)
        const equity = inputs.wallet.plus(notional.times(inputs.side)).minus(inputs.entryCost)
        const required = requirement(withTable(tiers), money(notional), inputs.closingFeeRate)
        expect(equity.minus(required).abs().lt('1e-40')).toBe(true)
      }),
      runs,
    )
  })

  test('MAR-006 what is healthy is on the right side of it', () => {
    fc.assert(
      fc.property(buckets, ({ inputs, tiers }) => {
        expect(distance(inputs, tiers).gte('-1e-40')).toBe(true)
      }),
      runs,
    )
  })

  test.each(['wallet', 'otherUnrealizedPnl'] as const)('MAR-006 more of %s takes it farther', (field) => {
    fc.assert(
      fc.property(buckets, cents(1, 100_000), ({ inputs, tiers }, more) => {
        const better = { ...inputs, [field]: money(inputs[field].plus(more)) }
        const before = distance(inputs, tiers)
        const after = distance(better, tiers)
        expect(liquidationPriceAcrossTiers(inputs, tiers) ? after.gt(before) : after.gte(before)).toBe(true)
      }),
      runs,
    )
  })

  test('MAR-006 another requirement, a higher rate or a dearer close brings it nearer', () => {
    fc.assert(
      fc.property(buckets, cents(1, 1000), ({ inputs, tiers }, more) => {
        const before = distance(inputs, tiers)
        const dearer = deriveTiers(
          tiers.map(({ floor, maintenanceRate }) => ({
            floor,
            maintenanceRate: maintenanceRate.plus('0.01'),
          })),
        )
        const worse = [
          distance({ ...inputs, otherRequirement: money(more) }, tiers),
          distance({ ...inputs, closingFeeRate: rate(inputs.closingFeeRate.plus('0.01')) }, tiers),
          distance(inputs, dearer),
        ]
        for (const after of worse) expect(after.lte(before)).toBe(true)
      }),
      runs,
    )
  })
})

describe('laws of closing and of switching', { timeout: 60_000 }, () => {
  const held = (units: number, cost: Decimal, margin: Decimal): Position => ({
    instrument: instrumentId('A'),
    marginMode: 'isolated',
    size: size(units),
    entryCost: money(cost),
    margin: money(margin),
    openedAtTick: 0,
  })

  test('MAR-010 in whatever parts it is closed, no unit is made and all of the margin comes back', () => {
    const parts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(
        parts,
        fc.boolean(),
        cents(1, 2_000_000),
        cents(1, 500_000),
        (steps, short, cost, margin) => {
          const total = steps.reduce((sum, step) => sum + step, 0)
          const sign = short ? -1 : 1
          let position = held(total * sign, cost.times(sign), margin)
          const whole = closePart(position, quantity(total), price(97))
          let pnl = new Decimal(0)
          let released = new Decimal(0)
          for (const step of steps) {
            const closing = closePart(position, quantity(step), price(97))
            pnl = pnl.plus(closing.pnl)
            released = released.plus(closing.released)
            position = { ...position, ...closing.remaining, margin: money(margin.minus(released)) }
          }
          expect(released.toFixed()).toBe(margin.toFixed())
          expect(pnl.lte(whole.pnl)).toBe(true)
          expect(whole.pnl.minus(pnl).lte(new Decimal('0.00000001').times(steps.length))).toBe(true)
        },
      ),
      runs,
    )
  })

  test('MAR-018 a mode that changes there and back at one mark gives the same money', () => {
    let switched = 0
    const config = wildConfig('live', { switching: 'with-position' })
    fc.assert(
      fc.property(acts, fc.string({ minLength: 1, maxLength: 8 }), (script, seed) => {
        const { round } = play(script, { seed, round: openRound(config, seedFromText(seed)) })
        const set = (seat: SeatId, instrument: InstrumentId, marginMode: MarginMode) =>
          execute(round, { type: 'margin-mode.set', seat, id: null, instrument, marginMode }).status ===
          'accepted'
        for (const { seat, positions } of [...round.accounts.values()]) {
          for (const { instrument, marginMode } of positions.values()) {
            const account = () => {
              const found = round.accounts.get(seat)
              if (!found) throw new Error('an account stays')
              return found
            }
            const before = account()
            const other = marginMode === 'cross' ? 'isolated' : 'cross'
            if (!set(seat, instrument, other)) continue
            expect(equityOf(round, account()).toFixed()).toBe(equityOf(round, before).toFixed())
            const there = account()
            if (!set(seat, instrument, marginMode)) continue
            switched += 1
            expect(equityOf(round, account()).toFixed()).toBe(equityOf(round, before).toFixed())
            if (marginMode === 'cross') expect(canonical(account())).toBe(canonical(before))
            if (set(seat, instrument, other)) expect(canonical(account())).toBe(canonical(there))
          }
        }
      }),
      { ...runs, numRuns: 40 },
    )
    expect(switched).toBeGreaterThan(0)
  })

  test('MAR-011 the entry of what a position is built of lies between its fills', () => {
    fc.assert(
      fc.property(fc.array(cents(9000, 11_000), { minLength: 1, maxLength: 5 }), (marks) => {
        const s = new Scripted({ cash: 100_000 })
        for (const mark of marks) {
          s.move({ A: mark.toFixed() })
          s.order('buy 1 A')
        }
        const entry = entryPrice(s.position('A'))
        expect(entry.gte(Decimal.min(...marks)) && entry.lte(Decimal.max(...marks))).toBe(true)
      }),
      { ...runs, numRuns: 30 },
    )
  })
})
