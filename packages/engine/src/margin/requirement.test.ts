import { describe, expect, test } from 'vitest'
import { limit, Scripted, THREE_TIERS } from '../../test/scripted.ts'
import { initialMargin, instrumentId, maintenanceMargin, money, rate, requirement, riskOf } from '../index.ts'

const A = instrumentId('A')

function tieredInstrument() {
  const [instrument] = new Scripted({ tiers: THREE_TIERS }).round.config.instruments
  if (!instrument) throw new Error('no instrument')
  return instrument
}

describe('initial margin', () => {
  test.each`
    notional  | leverage | margin
    ${1000}   | ${5}     | ${'200'}
    ${1000}   | ${1}     | ${'1000'}
    ${1000}   | ${20}    | ${'50'}
    ${100}    | ${3}     | ${'33.33333334'}
    ${200}    | ${3}     | ${'66.66666667'}
    ${100}    | ${7}     | ${'14.28571429'}
    ${'0.01'} | ${20}    | ${'0.0005'}
    ${1000}   | ${'2.5'} | ${'400'}
    ${0}      | ${5}     | ${'0'}
  `('MAR-002 $notional at $leverage x takes $margin, rounded up', ({ notional, leverage, margin }) => {
    expect(initialMargin(money(notional), rate(leverage)).toFixed()).toBe(margin)
  })

  test.each`
    order          | mark   | margin
    ${'buy 10 A'}  | ${100} | ${'200'}
    ${'buy 10 A'}  | ${95}  | ${'190'}
    ${'buy 10 A'}  | ${130} | ${'260'}
    ${'sell 10 A'} | ${130} | ${'260'}
    ${'sell 10 A'} | ${70}  | ${'140'}
  `('MAR-002 it is taken at the mark, not at the entry: $order at $mark takes $margin', (row) => {
    const s = new Scripted()
    s.order(row.order)
    s.move({ A: row.mark })
    expect(riskOf(s.round, s.account()).initialMargin.toFixed()).toBe(row.margin)
  })
})

describe('maintenance margin', () => {
  test.each`
    notional     | arithmetic             | maintenance
    ${0}         | ${'0 · 0.005'}         | ${'0'}
    ${500}       | ${'500 · 0.005'}       | ${'2.5'}
    ${'999.99'}  | ${'999.99 · 0.005'}    | ${'4.99995'}
    ${1000}      | ${'1000 · 0.01 − 5'}   | ${'5'}
    ${'1000.01'} | ${'1000.01·0.01 − 5'}  | ${'5.0001'}
    ${2000}      | ${'2000 · 0.01 − 5'}   | ${'15'}
    ${'4999.99'} | ${'4999.99·0.01 − 5'}  | ${'44.9999'}
    ${5000}      | ${'5000 · 0.05 − 205'} | ${'45'}
    ${'5000.01'} | ${'5000.01·.05 − 205'} | ${'45.0005'}
    ${6000}      | ${'6000 · 0.05 − 205'} | ${'95'}
    ${100000}    | ${'1e5 · 0.05 − 205'}  | ${'4795'}
  `('MAR-003 maintenance of $notional: $arithmetic = $maintenance', ({ notional, maintenance }) => {
    expect(maintenanceMargin(tieredInstrument(), money(notional)).toFixed()).toBe(maintenance)
  })

  test.each`
    quantity | mark   | notional | maintenance
    ${'20'}  | ${40}  | ${800}   | ${'4'}
    ${'20'}  | ${60}  | ${1200}  | ${'7'}
    ${'20'}  | ${100} | ${2000}  | ${'15'}
    ${'20'}  | ${260} | ${5200}  | ${'55'}
  `(
    'MAR-003 the tier is that of the notional at the mark: a short of $quantity at $mark keeps $maintenance',
    ({ quantity, mark, maintenance }) => {
      const s = new Scripted({ cash: 20_000, tiers: THREE_TIERS })
      s.order(`sell ${quantity} A`)
      s.move({ A: mark })
      expect(riskOf(s.round, s.account()).cross.requirement.toFixed()).toBe(maintenance)
    },
  )

  test.each`
    mode          | leverage
    ${'cross'}    | ${1}
    ${'cross'}    | ${2}
    ${'cross'}    | ${20}
    ${'isolated'} | ${1}
    ${'isolated'} | ${2}
    ${'isolated'} | ${20}
  `('MAR-003 $mode at $leverage x, 20 at 100 keep 15: it is never divided by the leverage', (row) => {
    const s = new Scripted({ mode: row.mode, leverage: row.leverage, cash: 5000, tiers: THREE_TIERS })
    s.order('buy 20 A')
    const { cross, isolated } = riskOf(s.round, s.account())
    const bucket = row.mode === 'cross' ? cross : isolated.get(A)
    expect(bucket?.requirement.toFixed()).toBe('15')
  })
})

describe('the requirement', () => {
  test.each`
    notional | fee        | arithmetic   | required
    ${800}   | ${'0'}     | ${'4 + 0'}   | ${'4'}
    ${800}   | ${'0.001'} | ${'4 + 0.8'} | ${'4.8'}
    ${2000}  | ${'0.001'} | ${'15 + 2'}  | ${'17'}
    ${2000}  | ${'0.01'}  | ${'15 + 20'} | ${'35'}
    ${6000}  | ${'0.002'} | ${'95 + 12'} | ${'107'}
  `(
    'MAR-004 of $notional with a closing fee of $fee: $arithmetic = $required',
    ({ notional, fee, required }) => {
      expect(requirement(tieredInstrument(), money(notional), rate(fee)).toFixed()).toBe(required)
    },
  )

  test('MAR-004 a bucket requires the sum of its positions, each in its own tier', () => {
    const s = new Scripted({ cash: 10_000, tiers: THREE_TIERS, rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 20 A')
    s.order('sell 20 B')
    s.order('buy 60 C')
    // 15 + 2 of A, 10 + 2 of B, 30 + 6 of C
    expect(riskOf(s.round, s.account()).cross.requirement.toFixed()).toBe('65')
  })

  test('MAR-004 isolated positions and waiting orders add nothing to what the cross bucket requires', () => {
    const s = new Scripted({ cash: 10_000 })
    s.mode('B', 'isolated')
    s.order('buy 20 A')
    s.order('buy 20 B')
    s.order('buy 20 C', limit(90))
    const { cross, isolated } = riskOf(s.round, s.account())
    expect(cross.requirement.toFixed()).toBe('10')
    expect(isolated.get(instrumentId('B'))?.requirement.toFixed()).toBe('10')
  })
})
