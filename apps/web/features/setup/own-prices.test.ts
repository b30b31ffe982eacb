import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isSmallEnough, readOwnPrices } from './own-prices.ts'

const EXAMPLE = new URL('../../../../docs/examples/prices-crash.csv', import.meta.url)

test('a file is shown by its ticks, and each instrument from where it opens', () => {
  const text =
    'time,instrument,open,close\n0,ETH,3000,3010\n0,SOL,150,151\n60,ETH,3010,2900.5\n60,SOL,151,140'
  expect(readOwnPrices(text)).toEqual({
    ok: true,
    ticks: 2,
    minutesPerTick: 1,
    lines: [
      { instrument: 'ETH', priceIncrement: 0.01, prices: [3000, 3010, 2900.5] },
      { instrument: 'SOL', priceIncrement: 0.01, prices: [150, 151, 140] },
    ],
  })
})

test('a file that cannot be played is told by row and column', () => {
  expect(readOwnPrices('time,instrument,close\n0,BTC,1\n60,BTC,x')).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^row 3, close: must be a plain number/)],
  })
})

test('the example of the documents can be played', () => {
  const text = readFileSync(EXAMPLE, 'utf8')
  const read = readOwnPrices(text)
  expect(read).toMatchObject({ ok: true, ticks: 240, minutesPerTick: 5 })
  expect(read.ok && read.lines.map(({ instrument }) => instrument)).toEqual(['BTC', 'ETH', 'SOL'])
  expect(isSmallEnough(text.length)).toBe(true)
})

test.each([
  [1_000_000, true],
  [1_000_001, false],
])('%d bytes may be sent: %s', (bytes, may) => {
  expect(isSmallEnough(bytes)).toBe(may)
})
