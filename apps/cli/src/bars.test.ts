import { instrumentId, roundId, seedFromText, standardConfig } from '@cascade/engine'
import { expect, test } from 'vitest'
import { barLines } from './bars.ts'

const seed = seedFromText('bars')
const config = standardConfig({
  id: roundId('r_bars'),
  ticks: 60,
  marketMinutesPerTick: 1,
  instruments: [instrumentId('BTC'), instrumentId('ETH')],
})

const rowsOf = (ticksPerBar: number) =>
  [...barLines(config, { seed, ticksPerBar })].slice(1).map((line) => line.split(','))

test('there is one row for every bar and instrument, in market seconds', () => {
  const rows = rowsOf(5)
  expect(rows).toHaveLength(24)
  expect(rows.slice(0, 4).map(([time, instrument]) => [time, instrument])).toEqual([
    ['0', 'BTC'],
    ['0', 'ETH'],
    ['300', 'BTC'],
    ['300', 'ETH'],
  ])
})

test('a bar begins where the one before it ended, and holds the way between', () => {
  const rows = rowsOf(5).filter(([, instrument]) => instrument === 'ETH')
  expect(rows[0]?.[2]).toBe('3200')
  for (const [index, row] of rows.entries()) {
    const [open, high, low, close, volume] = row.slice(2).map(Number)
    if (index > 0) expect(row[2]).toBe(rows[index - 1]?.[5])
    expect(high).toBeGreaterThanOrEqual(Math.max(open ?? 0, close ?? 0))
    expect(low).toBeLessThanOrEqual(Math.min(open ?? 0, close ?? 0))
    expect(volume).toBeGreaterThan(0)
  }
})

test('long bars are made of the ticks of short ones', () => {
  const ticks = rowsOf(1).filter(([, instrument]) => instrument === 'BTC')
  const bars = rowsOf(5).filter(([, instrument]) => instrument === 'BTC')
  for (const [index, bar] of bars.entries()) {
    const own = ticks.slice(index * 5, index * 5 + 5)
    expect(bar[3]).toBe(String(Math.max(...own.map((row) => Number(row[3])))))
    expect(bar[4]).toBe(String(Math.min(...own.map((row) => Number(row[4])))))
    expect(bar[5]).toBe(own.at(-1)?.[5])
  }
})
