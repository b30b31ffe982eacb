import { instrumentId, price } from '@cascade/engine'
import { expect, test } from 'vitest'
import { HISTORY_TICKS, MarkHistory } from './mark-history.ts'

const BTC = instrumentId('BTC')

function watched(marks: readonly number[]): MarkHistory {
  const history = new MarkHistory()
  for (const [tick, mark] of marks.entries()) history.watch({ tick, marks: new Map([[BTC, price(mark)]]) })
  return history
}

test('a change is a share of the earlier mark', () => {
  const history = watched([100, 110, 121])
  expect(history.change(BTC, 1)).toBeCloseTo(0.1, 12)
  expect(history.change(BTC, 2)).toBeCloseTo(0.21, 12)
})

test('what was not seen is not known', () => {
  const history = watched([100, 110])
  expect(history.change(BTC, 2)).toBeNull()
  expect(history.change(instrumentId('ETH'), 1)).toBeNull()
  expect(history.usualChange(BTC, 1)).toBeNull()
})

test('a tick is noted once', () => {
  const history = watched([100, 110])
  history.watch({ tick: 1, marks: new Map([[BTC, price(500)]]) })
  expect(history.change(BTC, 1)).toBeCloseTo(0.1, 12)
})

test('the usual change has no sign', () => {
  expect(watched([100, 101, 100, 101, 100]).usualChange(BTC, 1)).toBeCloseTo(0.01, 3)
})

test('what is long past changes nothing, however long the watch', () => {
  const recent = Array.from({ length: HISTORY_TICKS + 1 }, (_, tick) => 100 + (tick % 7))
  for (const before of [0, 1, HISTORY_TICKS - 1, HISTORY_TICKS, 5 * HISTORY_TICKS]) {
    const history = watched([...Array<number>(before).fill(7), ...recent])
    expect(history.usualChange(BTC, 8)).toBe(watched(recent).usualChange(BTC, 8))
    expect(history.change(BTC, HISTORY_TICKS)).toBe(watched(recent).change(BTC, HISTORY_TICKS))
  }
})
