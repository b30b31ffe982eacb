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
