import { instrumentId, seatId } from '@cascade/engine'
import { expect, test } from 'vitest'
import { cascadesOf } from './cascades.ts'
import type { Cause, Moment } from './moment.ts'

const part = (instrument: string, unrealizedPnl: number) => ({
  instrument: instrumentId(instrument),
  long: true,
  quantity: 1,
  mark: 100,
  unrealizedPnl,
  requirement: 5,
})

const liquidated = (instrument: string, cause: Cause): Moment => ({
  kind: 'liquidated',
  tick: 7,
  seat: seatId('ann'),
  instrument: instrumentId(instrument),
  long: true,
  quantity: 1,
  left: 0,
  price: 100,
  marginMode: cause.bucket,
  realizedPnl: 0,
  fee: 0,
  cause,
})

test('a cross bucket ends as one cascade, named after its largest loss', () => {
  const cause: Cause = {
    bucket: 'cross',
    equity: 10,
    requirement: 15,
    wallet: 1_000,
    parts: [part('BTC', -900), part('ETH', -110), part('SOL', 20)],
  }
  const moments: Moment[] = [
    ...['ETH', 'BTC', 'SOL'].map((id) => liquidated(id, cause)),
    { kind: 'wiped', tick: 7, seat: seatId('ann') },
  ]
  const [cascade, ...others] = cascadesOf(moments)
  expect(others).toEqual([])
  expect(cascade).toMatchObject({ bucket: 'cross', lost: 1_000, wiped: true })
  expect(cascade?.drained).toEqual({ instrument: 'BTC', long: true, pnl: -900 })
  expect(cascade?.closedWith).toEqual([
    { instrument: 'ETH', long: true, pnl: -110 },
    { instrument: 'SOL', long: true, pnl: 20 },
  ])
})

test('isolated positions end one by one, each losing its own margin', () => {
  const cause = (instrument: string): Cause => ({
    bucket: 'isolated',
    equity: 4,
    requirement: 5,
    wallet: 200,
    parts: [part(instrument, -196)],
  })
  const ended = cascadesOf(['BTC', 'ETH'].map((id) => liquidated(id, cause(id))))
  expect(
    ended.map(({ drained, closedWith, lost, wiped }) => [drained.instrument, closedWith, lost, wiped]),
  ).toEqual([
    ['BTC', [], 200, false],
    ['ETH', [], 200, false],
  ])
})

test('a cross bucket that is cut down lives on, and has lost what was realized', () => {
  const cause: Cause = {
    bucket: 'cross',
    equity: 14,
    requirement: 15,
    wallet: 1_000,
    parts: [part('BTC', -900), part('ETH', -86)],
  }
  const half = { ...liquidated('BTC', cause), quantity: 0.5, left: 0.3, realizedPnl: -560, fee: 2 }
  const again = { ...half, quantity: 0.2, left: 0.1, realizedPnl: -220, fee: 1 }
  const [cascade, ...others] = cascadesOf([half, again])
  expect(others).toEqual([])
  expect(cascade).toMatchObject({ closed: [], closedWith: [], lost: 783, wiped: false })
  expect(cascade?.cut).toEqual([{ instrument: 'BTC', long: true, pnl: -900, quantity: 0.7, left: 0.1 }])
})

test('INS-003 a winner on the other side that is closed early belongs to the liquidation before it', () => {
  const cause: Cause = {
    bucket: 'isolated',
    equity: -50,
    requirement: 5,
    wallet: 200,
    parts: [part('BTC', -250)],
  }
  const winner = (instrument: string, long: boolean): Moment => ({
    kind: 'deleveraged',
    tick: 7,
    seat: seatId('ben'),
    instrument: instrumentId(instrument),
    long,
    mark: 100,
    side: long ? 'sell' : 'buy',
    quantity: 0.5,
    price: 120,
    effect: 'reduce',
    marginMode: 'cross',
    realizedPnl: 40,
    fee: 0,
  })
  const [cascade] = cascadesOf([
    liquidated('BTC', cause),
    winner('BTC', false),
    winner('BTC', true),
    winner('ETH', false),
  ])
  expect(cascade?.closedEarly).toEqual([
    { seat: 'ben', instrument: 'BTC', long: false, quantity: 0.5, price: 120 },
  ])
})
