import { instrumentId, seatId } from '@cascade/engine'
import type { Moment } from '@cascade/review'
import { expect, test } from 'vitest'
import { foldFunding } from './fold-funding.ts'

const funding = (tick: number, amount: number, seat = 'ann', instrument = 'BTC'): Moment => ({
  kind: 'funding',
  tick,
  seat: seatId(seat),
  payments: [{ instrument: instrumentId(instrument), amount }],
})

const wiped = (tick: number, seat: string): Moment => ({ kind: 'wiped', tick, seat: seatId(seat) })

const shape = (moments: readonly Moment[]) =>
  foldFunding(moments).map((each) => [
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
