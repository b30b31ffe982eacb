import { instrumentId, type MarginMode, money, price, rate, seatId, size } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { carelessReading, toldBy } from '../test/played.ts'
import { Recorder } from '../test/recorder.ts'
import { accountLens, lensPoint, worstDip } from './account-lens.ts'

const IDS = ['BTC', 'ETH', 'SOL'].map(instrumentId)

/**
 * $1,000, three longs of $200 margin at 5x, and one of them 15 % down: the example every lesson starts
 * from.
 */
function example(marginMode: MarginMode, fall: string) {
  const { round } = new Recorder('example', { rules: { closingFeeRate: rate(0) } })
  const seat = seatId('ann')
  const positions = IDS.map((instrument) => ({
    instrument,
    marginMode,
    size: size(10),
    entryCost: money(1_000),
    margin: money(marginMode === 'isolated' ? 200 : 0),
    openedAtTick: 0,
  }))
  const account = {
    seat,
    cash: money(marginMode === 'isolated' ? 400 : 1_000),
    settings: new Map(IDS.map((id) => [id, { marginMode, leverage: rate(5) }])),
    positions: new Map(positions.map((position) => [position.instrument, position])),
    orders: new Map(),
    realizedPnl: money(0),
    feesPaid: money(0),
    ordersPlaced: 3,
    fills: 3,
    liquidations: 0,
    wipedAtTick: null,
  }
  const marks = new Map(IDS.map((id, index) => [id, price(index === 0 ? price(100).times(fall) : 100)]))
  return lensPoint(round.config, { tick: 1, marks, account })
}

describe('the $1,000 example, one position 15 % down', () => {
  test('isolated: its $200 is $50, the other tanks and the cash did not move', () => {
    const before = example('isolated', '1')
    const after = example('isolated', '0.85')
    expect(after).toMatchObject({ equity: 850, cash: 400, cross: null })
    expect(after.tanks[0]).toMatchObject({ unrealizedPnl: -150, equity: 50 })
    expect(after.tanks.slice(1)).toEqual(before.tanks.slice(1))
    expect(after.tanks[0]?.buffer).toBeLessThan(0.3)
  })

  test('cross: $850 backs all three, and all three tanks stand at the same lower level', () => {
    const before = example('cross', '1')
    const after = example('cross', '0.85')
    expect(after).toMatchObject({ equity: 850, cash: 1_000, cross: { equity: 850 } })
    const levels = new Set(after.tanks.map(({ buffer }) => buffer))
    expect(levels.size).toBe(1)
    expect(after.cross?.buffer).toBeLessThan(before.cross?.buffer ?? 0)
  })
})

describe.each([1, 2, 3])('in careless round %i', (seed) => {
  const reading = carelessReading(seed)
  const lens = toldBy(accountLens(reading, seatId('ben')))

  test('what the positions made, less the fees, is what the account gained', () => {
    const last = lens.points.at(-1)
    const made = lens.positions.reduce((sum, { realizedPnl }) => sum + realizedPnl, 0)
    const forgiven = (last?.equity ?? 0) - lens.startingCash - made + lens.feesPaid
    if (lens.liquidations.length === 0) expect(forgiven).toBeCloseTo(0, 4)
  })

  test('every position that a liquidation names ended in one', () => {
    const ended = lens.positions.filter(({ end }) => end === 'liquidated').length
    const named = lens.liquidations.reduce((sum, { closedWith }) => sum + 1 + closedWith.length, 0)
    expect(ended).toBe(named)
  })

  test('tanks of one cross bucket stand at one level', () => {
    for (const { tanks } of lens.points) {
      const shared = tanks.filter(({ marginMode }) => marginMode === 'cross').map(({ buffer }) => buffer)
      expect(new Set(shared).size).toBeLessThanOrEqual(1)
    }
  })
})

test.each([
  [[100, 120, 60, 130], 0.5],
  [[100, 101, 102], 0],
  [[100, 0], 1],
  [[], 0],
])('the worst dip of %j is %d', (equity, dip) => {
  expect(worstDip(equity)).toBe(dip)
})

test('a seat that was never taken has no lens', () => {
  const lens = accountLens(carelessReading(1), seatId('nobody'))
  expect(lens).toEqual({ ok: false, problem: { kind: 'seat_unknown' } })
})
