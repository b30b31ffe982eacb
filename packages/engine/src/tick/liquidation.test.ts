import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop } from '../../test/scripted.ts'
import type { PositionLiquidated, RoundEvent } from '../event.ts'
import { canonical, equityOf, instrumentId, money, rate, riskOf, seatId } from '../index.ts'

const liquidations = (events: readonly RoundEvent[]): readonly PositionLiquidated[] =>
  events.filter((event) => event.type === 'position.liquidated')

/** The account every lesson starts from: three longs of $1,000 at 5x, no fees. */
function lesson(mode: 'cross' | 'isolated'): Scripted {
  const s = new Scripted({ mode })
  for (const id of ['A', 'B', 'C']) s.order(`buy 10 ${id}`)
  return s
}

describe('the worked example', () => {
  test('LIQ-011 isolated: one falls 15 %, its 200 becomes 50 and nothing else moves', () => {
    const s = lesson('isolated')
    expect(s.account().cash.toFixed()).toBe('400')
    s.move({ A: 85 })
    const risk = riskOf(s.round, s.account())
    expect(risk.isolated.get(instrumentId('A'))?.equity.toFixed()).toBe('50')
    expect(risk.isolated.get(instrumentId('B'))?.equity.toFixed()).toBe('200')
    expect(risk.isolated.get(instrumentId('C'))?.equity.toFixed()).toBe('200')
    expect(s.account().cash.toFixed()).toBe('400')
  })

  test('LIQ-011 isolated: whatever the fall, 200 is the most it costs', () => {
    const s = lesson('isolated')
    s.move({ A: 1 })
    expect(s.has('A')).toBe(false)
    expect(equityOf(s.round, s.account()).toFixed()).toBe('800')
  })

  test('LIQ-012 cross: after the fall of 15 % the equity of 850 backs all three', () => {
    const s = lesson('cross')
    s.move({ A: 85 })
    expect(riskOf(s.round, s.account()).cross.equity.toFixed()).toBe('850')
    expect(s.account().positions.size).toBe(3)
  })

  test('LIQ-012 cross: the shared money pays on, then all three close at once', () => {
    const s = lesson('cross')
    s.move({ A: 40 })
    expect(riskOf(s.round, s.account()).cross.equity.toFixed()).toBe('400')
    const events = s.move({ A: '0.9' })
    expect(liquidations(events)).toHaveLength(3)
    expect(s.account().positions.size).toBe(0)
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().wipedAtTick).toBe(2)
  })
})

describe('when a bucket is liquidated', () => {
  test.each`
    mark       | lives
    ${'80.41'} | ${true}
    ${'80.40'} | ${false}
  `('LIQ-001 isolated long from 100 with 20: at $mark it lives $lives', ({ mark, lives }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 1 A')
    s.move({ A: mark })
    expect(s.has('A')).toBe(lives)
  })

  test('LIQ-001 at equality a bucket lives, one unit below it does not', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 10 })
    const instrument = instrumentId('A')
    s.order('buy 10 A')
    s.send({ type: 'margin.transfer', seat: s.seat, id: null, instrument, amount: money('4.5') })
    s.move({ A: 90 })
    const standing = riskOf(s.round, s.account()).isolated.get(instrument)
    expect(standing?.equity.toFixed()).toBe('4.5')
    expect(standing?.requirement.toFixed()).toBe('4.5')
    expect(s.has('A')).toBe(true)
    s.move({ A: '89.99' })
    expect(s.has('A')).toBe(false)
  })
})

describe('what a liquidation takes', () => {
  test('LIQ-002 isolated: nothing else of the account changes, to the last unit', () => {
    const s = lesson('isolated')
    s.order('sell 1 B', { ...stop(50), reduceOnly: true })
    const before = s.account()
    s.move({ A: 80 })
    const after = s.account()
    expect(after.cash).toEqual(before.cash)
    expect(canonical(after.positions.get(instrumentId('B')))).toBe(
      canonical(before.positions.get(instrumentId('B'))),
    )
    expect(canonical(after.positions.get(instrumentId('C')))).toBe(
      canonical(before.positions.get(instrumentId('C'))),
    )
    expect(canonical(after.orders)).toBe(canonical(before.orders))
    expect(canonical(after.settings)).toBe(canonical(before.settings))
  })

  test('LIQ-003 cross: the largest requirement closes first and isolated positions stay', () => {
    const s = new Scripted({ cash: 2000 })
    const id = instrumentId('C')
    s.send({ type: 'margin-mode.set', seat: s.seat, id: null, instrument: id, marginMode: 'isolated' })
    s.order('buy 5 A')
    s.order('buy 60 B')
    s.order('buy 10 C')
    const events = s.move({ B: 70 })
    expect(liquidations(events).map(({ instrument }) => instrument)).toEqual(['B', 'A'])
    expect(s.has('C')).toBe(true)
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().wipedAtTick).toBeNull()
  })

  test.each`
    mark       | fee
    ${'80.40'} | ${'0.0804'}
    ${'80.04'} | ${'0.04'}
    ${'79'}    | ${'0'}
  `('LIQ-004 the closing fee at $mark is $fee: never more than what is left', ({ mark, fee }) => {
    const s = new Scripted({ mode: 'isolated', rules: { closingFeeRate: rate('0.001') } })
    s.order('buy 1 A')
    const [event] = liquidations(s.move({ A: mark }))
    expect(event?.fee.toFixed()).toBe(fee)
  })

  test.each`
    mode          | mark      | fund         | house
    ${'isolated'} | ${'80.4'} | ${'10000.4'} | ${'19.6'}
    ${'isolated'} | ${'75'}   | ${'9995'}    | ${'25'}
    ${'isolated'} | ${'0.01'} | ${'9920.01'} | ${'99.99'}
  `('LIQ-005 $mode at $mark: the fund holds $fund and the house $house', ({ mode, mark, fund, house }) => {
    const s = new Scripted({ mode })
    s.order('buy 1 A')
    s.move({ A: mark })
    expect(s.round.books?.insurance.toFixed()).toBe(fund)
    expect(s.round.books?.house.toFixed()).toBe(house)
  })

  test('LIQ-005 what the fund cannot pay is the loss of the house', () => {
    const s = new Scripted({ rules: { insuranceFund: money(100) } })
    s.order('buy 50 A')
    s.move({ A: 75 })
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.round.books?.insurance.toFixed()).toBe('0')
    expect(s.round.books?.house.toFixed()).toBe('1100')
  })

  test('LIQ-006 the orders of a bucket are taken back before it is closed', () => {
    const s = new Scripted()
    s.order('buy 45 A')
    s.order('buy 1 B', limit(50))
    s.order('sell 5 A', { ...stop(10), reduceOnly: true })
    const types = s.move({ A: 78 }).map(({ type }) => type)
    expect(types.filter((type) => type === 'order.cancelled')).toHaveLength(2)
    expect(types.indexOf('order.cancelled')).toBeLessThan(types.indexOf('position.liquidated'))
    expect(s.account().orders.size).toBe(0)
  })

  test('LIQ-007 the cause names every part, the largest loss first', () => {
    const s = new Scripted()
    s.order('sell 10 C')
    s.order('buy 30 A')
    s.order('buy 5 B')
    const [event] = liquidations(s.move({ A: 66, B: 95, C: 95 }))
    expect(event?.cause.parts.map(({ instrument }) => instrument)).toEqual(['A', 'B', 'C'])
    expect(event?.cause.equity.toFixed()).toBe('5')
    expect(event?.cause.requirement.toFixed()).toBe('17.025')
  })
})

describe('what is left', () => {
  test('LIQ-008 less than the least without a position is a wipe: nothing left, no more trading', () => {
    const s = new Scripted({ mode: 'isolated', cash: 100, leverage: 10 })
    s.order('buy 9.999 A')
    s.order('buy 0.001 B', limit(50))
    const events = s.move({ A: 85 })
    expect(events.map(({ type }) => type)).toContain('account.wiped')
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().orders.size).toBe(0)
    expect(reasonOf(s.order('buy 0.001 A'))).toBe('account_wiped')
  })

  test('LIQ-009 a stop beyond bankruptcy costs an isolated position no more than its margin', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 10 A', { ...stop(95), reduceOnly: true })
    s.move({ A: 60 })
    expect(s.has('A')).toBe(false)
    expect(s.account().cash.toFixed()).toBe('800')
    expect(s.round.books?.insurance.toFixed()).toBe('9800')
  })

  test('LIQ-009 the fee of such a stop does not reach the cash of the account either', () => {
    const s = new Scripted({ mode: 'isolated', rules: { takerFeeRate: rate('0.001') } })
    s.order('buy 10 A')
    s.order('sell 10 A', { ...stop(95), reduceOnly: true })
    const before = s.account().cash
    s.move({ A: 60 })
    expect(s.has('A')).toBe(false)
    expect(s.account().cash).toEqual(before)
  })

  test('LIQ-009 a stop beyond bankruptcy costs a cross account no more than its equity', () => {
    const s = new Scripted()
    s.order('buy 50 A')
    s.order('sell 50 A', { ...stop(95), reduceOnly: true })
    s.move({ A: 60 })
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.account().wipedAtTick).toBe(1)
    expect(s.round.books?.insurance.toFixed()).toBe('9000')
  })

  test('LIQ-010 debt without a position is settled, not liquidated', () => {
    const s = new Scripted({ cash: 1000 })
    const isolated = instrumentId('B')
    s.send({ type: 'margin-mode.set', seat: s.seat, id: null, instrument: isolated, marginMode: 'isolated' })
    s.order('buy 20 B')
    s.order('buy 25 A')
    s.order('sell 25 A', { ...stop(90), reduceOnly: true })
    const events = s.move({ A: 70 })
    expect(liquidations(events)).toHaveLength(0)
    expect(events).toContainEqual(expect.objectContaining({ type: 'bucket.settled', bucket: 'cross' }))
    expect(s.account().cash.toFixed()).toBe('0')
    expect(s.has('B')).toBe(true)
  })

  test('LIQ-003 one account is liquidated without touching another', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 50 A')
    s.order('buy 10 A', {}, other)
    s.move({ A: 79 })
    expect(s.has('A')).toBe(false)
    expect(s.account(seatId('s2')).liquidations).toBe(0)
    expect(s.position('A', other).size.toFixed()).toBe('10')
  })
})
