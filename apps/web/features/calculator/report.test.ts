import { Decimal, instrumentId } from '@cascade/engine'
import { expect, test } from 'vitest'
import { EXAMPLE, type Inputs } from './inputs.ts'
import { problemsOf } from './problems.ts'
import { reportOf } from './report.ts'

const numbers = (values: readonly Decimal[]) => values.map((value) => value.toNumber())

/** The worked example with its three prices moved so many percent. */
const moved = (...moves: readonly number[]): Inputs => ({
  ...EXAMPLE,
  positions: EXAMPLE.positions.map((position, index) => ({ ...position, move: moves[index] ?? 0 })),
})

test('LIQ-011 isolated: $50 are left of the fallen position, $200 of each other, and $400 of cash', () => {
  const report = reportOf(EXAMPLE, 'isolated')
  expect(numbers(report.positions.map(({ backing }) => backing))).toEqual([50, 200, 200])
  expect(numbers(report.positions.map(({ atRisk }) => atRisk))).toEqual([200, 200, 200])
  expect(report.freeMargin.toNumber()).toBe(400)
  expect(report.equity.toNumber()).toBe(850)
  expect(report.closed).toEqual([])
})

test('LIQ-012 cross: the same fall leaves $850 behind all three', () => {
  const report = reportOf(EXAMPLE, 'cross')
  expect(numbers(report.positions.map(({ backing }) => backing))).toEqual([850, 850, 850])
  expect(numbers(report.positions.map(({ atRisk }) => atRisk))).toEqual([850, 850, 850])
  expect(report.equity.toNumber()).toBe(850)
  expect(report.closed).toEqual([])
})

test('LIQ-002 isolated: what falls too far loses its own $200, and nothing else moves', () => {
  const report = reportOf(moved(-30), 'isolated')
  expect(report.closed).toEqual(['BTC'])
  expect(report.lost.toNumber()).toBe(200)
  expect(report.equity.toNumber()).toBe(800)
  expect(report.freeMargin.toNumber()).toBe(400)
})

test('LIQ-003 cross: when all fall by 40 percent, all three close at once and the $1,000 is gone', () => {
  const report = reportOf(moved(-40, -40, -40), 'cross')
  expect(report.closed).toEqual(['BTC', 'ETH', 'SOL'])
  expect(report.lost.toNumber()).toBe(1000)
  expect(numbers(report.positions.map(({ atRisk }) => atRisk))).toEqual([1000, 1000, 1000])
  expect(report.equity.toNumber()).toBe(0)
  expect(report.requirement.toNumber()).toBe(0)
})

test('MAR-007 a cross position with enough behind it has no liquidation price', () => {
  const [cross] = reportOf(moved(0), 'cross').positions
  expect(cross?.liquidationPrice?.toNumber()).toBeLessThan(1000)
  expect(reportOf({ ...moved(0), cash: 2000 }, 'cross').positions[0]?.liquidationPrice).toBeNull()
})

test('MAR-006 an isolated long at 5× is liquidated 19.6 percent below its entry', () => {
  const [isolated] = reportOf(moved(0), 'isolated').positions
  expect(isolated?.liquidationPrice?.toNumber()).toBe(40_201.1)
  expect(isolated?.distance?.toNumber()).toBeCloseTo(0.196, 3)
  expect(isolated?.bankruptcyPrice?.toNumber()).toBe(40_000)
})

test('MAR-004 the closing fee brings the liquidation price closer', () => {
  const line = (closingFee: number) =>
    reportOf({ ...EXAMPLE, closingFee }, 'isolated').positions[0]?.liquidationPrice?.toNumber()
  expect(line(0.1)).toBeGreaterThan(line(0) ?? 0)
})

test('a short gains when its price falls, and is liquidated above its entry', () => {
  const [first] = EXAMPLE.positions
  const short = reportOf({ ...EXAMPLE, positions: first ? [{ ...first, side: 'short' }] : [] }, 'isolated')
  expect(short.positions[0]?.unrealizedPnl.toNumber()).toBe(150)
  expect(short.positions[0]?.liquidationPrice?.toNumber()).toBe(59_701.4)
})

test('MAR-015 too much leverage is called a problem, and so is too little cash', () => {
  const doge = { ...EXAMPLE.positions[0], instrument: instrumentId('DOGE'), quantity: 1000, entry: 0.1 }
  const steep: Inputs = { ...EXAMPLE, positions: [{ side: 'long', move: 0, ...doge, leverage: 125 }] }
  expect(problemsOf(EXAMPLE)).toEqual([])
  expect(problemsOf(steep)).toEqual([{ kind: 'leverage', instruments: ['DOGE'] }])
  expect(problemsOf({ ...EXAMPLE, cash: 500 })).toEqual([{ kind: 'cash', needed: new Decimal(600) }])
})
