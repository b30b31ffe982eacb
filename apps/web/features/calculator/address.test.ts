import { instrumentId } from '@cascade/engine'
import { expect, test } from 'vitest'
import { readAddress, writeAddress } from './address.ts'
import { EXAMPLE, type Inputs } from './inputs.ts'

const MIXED: Inputs = {
  cash: 2500.5,
  closingFee: 0.1,
  positions: [
    {
      instrument: instrumentId('BTC'),
      side: 'short',
      quantity: 0.0312,
      entry: 64_000.1,
      leverage: 20,
      move: 12,
    },
    {
      instrument: instrumentId('XRP'),
      side: 'long',
      quantity: 2000,
      entry: 0.00052,
      leverage: 3,
      move: -60,
    },
  ],
}

const link = (position: string) => `cash=1000&fee=0&p=${position}`

test.each([
  { name: 'the worked example', inputs: EXAMPLE },
  { name: 'a mixed account', inputs: MIXED },
  {
    name: 'numbers that JavaScript would write with an exponent',
    inputs: { ...MIXED, positions: [{ ...MIXED.positions[1], entry: 0.00001 }] },
  },
])('an address gives back what it was written from: $name', ({ inputs }) => {
  expect(readAddress(writeAddress(inputs as Inputs))).toEqual(inputs)
})

test('an address is short and can be read by a person', () => {
  expect(writeAddress(EXAMPLE)).toBe(
    'cash=1000&fee=0&p=BTC_long_0.02_50000_5_-15&p=ETH_long_0.5_2000_5_0&p=SOL_long_10_100_5_0',
  )
})

test('an address without a query is the worked example', () => {
  expect(readAddress('')).toBe(EXAMPLE)
  expect(readAddress('?from=newsletter')).toBe(EXAMPLE)
})

test.each([
  ['nothing but cash', 'cash=1000'],
  ['no cash', 'fee=0&p=BTC_long_0.02_50000_5_0'],
  ['an unknown instrument', link('LUNA_long_1_100_5_0')],
  ['an unknown side', link('BTC_up_0.02_50000_5_0')],
  ['a size off its increment', link('BTC_long_0.00002_50000_5_0')],
  ['no size', link('BTC_long_0_50000_5_0')],
  ['a size beyond the largest position', link('BTC_long_1001_50000_5_0')],
  ['a price off its increment', link('BTC_long_0.02_50000.05_5_0')],
  ['a price out of all bounds', link('BTC_long_0.02_64000000_5_0')],
  ['no leverage', link('BTC_long_0.02_50000_0_0')],
  ['half a leverage', link('BTC_long_0.02_50000_2.5_0')],
  ['a mark off the slider', link('BTC_long_0.02_50000_5_-61')],
  ['a number that is none', link('BTC_long_NaN_50000_5_0')],
  ['an exponent', link('BTC_long_1e2_50000_5_0')],
  ['too few parts', link('BTC_long_0.02_50000')],
  ['too many parts', link('BTC_long_0.02_50000_5_0_0')],
  ['the same instrument twice', `${link('BTC_long_0.02_50000_5_0')}&p=BTC_short_0.02_50000_5_0`],
  ['negative cash', 'cash=-5&fee=0&p=BTC_long_0.02_50000_5_0'],
  ['a fee beyond its bounds', 'cash=1000&fee=2&p=BTC_long_0.02_50000_5_0'],
])('an address that cannot be an account is refused: %s', (_, search) => {
  expect(readAddress(search)).toBeNull()
})
