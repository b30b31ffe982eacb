import { expect, test } from 'vitest'
import { checkLiquidationPrices } from './liquidation-price-law.ts'

test('MAR-007 a stepped price liquidates one increment beyond the shown price, or there is none', () => {
  const { failures, ...counts } = checkLiquidationPrices({ seed: 'npm test', count: 2000 })
  expect(failures).toEqual([])
  expect(counts.accounts).toBe(2000)
  for (const count of Object.values(counts)) expect(count).toBeGreaterThan(100)
}, 120_000)

test('MAR-006 a case of the law is the same in whatever part of a run it comes', () => {
  const whole = checkLiquidationPrices({ seed: 'parts', count: 40 })
  const first = checkLiquidationPrices({ seed: 'parts', count: 26 })
  const last = checkLiquidationPrices({ seed: 'parts', from: 26, count: 14 })
  expect(first.cross + last.cross).toBe(whole.cross)
  expect(first.none + last.none).toBe(whole.none)
})
