import { expect, test } from 'vitest'
import { answerOf } from './margin.ts'

const long = { side: 'long', size: '1', entryPrice: '100', walletBalance: '20', maintenanceRate: '0.005' }
const answer = (position: object) => answerOf(JSON.stringify(position), 1)

test.each([
  [
    'a published example of an exchange',
    {
      side: 'long',
      size: '3683.979',
      entryPrice: '1456.84',
      walletBalance: '1535443.01',
      maintenanceRate: '0.1',
      maintenanceAmount: '135365',
    },
    '1114.78',
    '1040.05',
  ],
  ['an isolated long', long, '80.40', '80.00'],
  ['an isolated short', { ...long, side: 'short' }, '119.40', '120.00'],
  ['a closing fee', { ...long, closingFeeRate: '0.001' }, '80.48', '80.00'],
  ['help from another position', { ...long, otherUnrealizedPnl: '10' }, '70.35', '70.00'],
  ['a burden of another position', { ...long, otherMaintenanceMargin: '10' }, '90.45', '80.00'],
])('%s is liquidated at its price', (_, position, liquidation, bankruptcy) => {
  const { liquidationPrice, bankruptcyPrice } = answer(position)
  expect(Number(liquidationPrice).toFixed(2)).toBe(liquidation)
  expect(Number(bankruptcyPrice).toFixed(2)).toBe(bankruptcy)
})

test('prices are not rounded', () => {
  expect(answer(long).liquidationPrice).toMatch(
    /^80\.4020100502512562814070351758793969849246231155778894472\d+$/,
  )
})

test('a long with more money than it can lose has no liquidation price', () => {
  expect(answer({ ...long, walletBalance: '200' })).toMatchObject({
    liquidationPrice: null,
    bankruptcyPrice: null,
  })
})

test('an entry without equity has no leverage', () => {
  expect(answer({ ...long, walletBalance: '-5' })).toMatchObject({ leverageAtEntry: null })
})

test('MAR-003 a table alone says what each tier takes off and what a notional requires', () => {
  const tiers = [
    { floor: '0', maintenanceRate: '0.004' },
    { floor: '50000', maintenanceRate: '0.005', maintenanceAmount: '50' },
  ]
  expect(answer({ tiers, notionals: ['49999', 50000, '50001'] })).toEqual({
    tiers: [
      { floor: '0', maintenanceRate: '0.004', maintenanceAmount: '0' },
      { floor: '50000', maintenanceRate: '0.005', maintenanceAmount: '50' },
    ],
    notionals: [
      { notional: '49999', maintenanceRate: '0.004', maintenanceAmount: '0', maintenanceMargin: '199.996' },
      { notional: '50000', maintenanceRate: '0.005', maintenanceAmount: '50', maintenanceMargin: '200' },
      { notional: '50001', maintenanceRate: '0.005', maintenanceAmount: '50', maintenanceMargin: '200.005' },
    ],
  })
})

test.each([
  ['not JSON', 'long 1 at 100'],
  ['nothing of it', '{}'],
  ['a list', '[]'],
  ['null', 'null'],
  ['no size', JSON.stringify({ ...long, size: '0' })],
  ['a negative size', JSON.stringify({ ...long, size: '-1' })],
  ['an exponent', JSON.stringify({ ...long, size: '1e9000000' })],
  ['a million digits', JSON.stringify({ ...long, size: '9'.repeat(1_000_000) })],
  ['infinity', '{"side":"long","size":1e999,"entryPrice":"1","walletBalance":"1"}'],
  ['another side', JSON.stringify({ ...long, side: 'LONG' })],
  ['a field too many', JSON.stringify({ ...long, leverage: '5' })],
  ['a table with a gap', '{"tiers":[{"floor":"5","maintenanceRate":"0.1"}]}'],
  ['a table and a position', '{"tiers":[{"floor":"0","maintenanceRate":"0.1"}],"size":"1"}'],
  ['an own __proto__', '{"__proto__":{"side":"long"},"size":"1","entryPrice":"1","walletBalance":"1"}'],
])('%s is answered with an error that names the line', (_, line) => {
  expect(answerOf(line, 7)).toEqual({ error: expect.stringMatching(/\w/), line: 7 })
})
