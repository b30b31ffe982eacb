import { instrumentId, seatId } from '@cascade/engine'
import type { Moment } from '@cascade/review'
import { expect, test } from 'vitest'
import { foldRepeats } from './fold-repeats.ts'

const funding = (tick: number, amount: number, seat = 'ann', instrument = 'BTC'): Moment => ({
  kind: 'funding',
  tick,
  seat: seatId(seat),
  payments: [{ instrument: instrumentId(instrument), amount }],
})

const wiped = (tick: number, seat: string): Moment => ({ kind: 'wiped', tick, seat: seatId(seat) })

const shape = (moments: readonly Moment[]) =>
  foldRepeats(moments).map((each) => [
    each.tick,
    each.kind === 'funding' ? each.payments[0]?.amount : each.kind,
    each.times,
  ])

test('payments for the same position are one line, at the latest, with their sum', () => {
  expect(shape([funding(1, 2), wiped(2, 'ben'), funding(3, 3), funding(5, 4)])).toEqual([
    [2, 'wiped', 1],
    [5, 9, 3],
  ])
})

test.each([
  ['another seat paid', funding(2, 2, 'ben')],
  ['another instrument was held', funding(2, 2, 'ann', 'ETH')],
  ['it was received and not paid', funding(2, -2)],
  ['the seat did something else', wiped(2, 'ann')],
])('they stay apart when %s', (_, second) => {
  expect(shape([funding(1, 2), second])).toHaveLength(2)
})

const cut = (tick: number, quantity: number, left: number): Moment => ({
  kind: 'liquidated',
  tick,
  seat: seatId('ann'),
  instrument: instrumentId('BTC'),
  long: true,
  quantity,
  left,
  price: 100,
  marginMode: 'cross',
  realizedPnl: -1,
  fee: 0,
  cause: { bucket: 'cross', equity: 1, requirement: 2, wallet: 9, parts: [] },
})

test('cuts of one position are one line that says what is left; its end is another', () => {
  const folded = foldRepeats([cut(1, 2, 5), cut(2, 1, 4), cut(4, 4, 0)])
  expect(folded).toMatchObject([
    { tick: 2, quantity: 3, left: 4, times: 2 },
    { tick: 4, quantity: 4, left: 0, times: 1 },
  ])
})

const BTC = instrumentId('BTC')

const forced = (tick: number, over: boolean) =>
  ({ kind: 'forced', tick, instrument: BTC, side: 'sell', amount: tick, over }) as const

const carries = (tick: number, direction: 'down' | 'up' = 'down') =>
  ({ kind: 'carries', tick, instrument: BTC, direction }) as const

test('forced selling that is over takes the place of its beginning, a warning that of the last', () => {
  const told = foldRepeats([
    carries(1),
    carries(4),
    forced(5, false),
    wiped(6, 'ann'),
    forced(9, true),
    forced(20, false),
    carries(21),
    carries(22, 'up'),
  ])
  expect(told.map(({ tick, kind, times }) => [tick, kind, times])).toEqual([
    [4, 'carries', 2],
    [6, 'wiped', 1],
    [9, 'forced', 1],
    [20, 'forced', 1],
    [21, 'carries', 1],
    [22, 'carries', 1],
  ])
})
