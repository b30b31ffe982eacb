import { expect, test } from 'vitest'
import { whatIf } from './what-if.ts'

test('more leverage brings the isolated line closer and leaves what can be lost as it is', () => {
  const low = whatIf({ marginMode: 'isolated', leverage: 5 })
  const high = whatIf({ marginMode: 'isolated', leverage: 20 })
  expect(high.line).toBeGreaterThan(low.line ?? 0)
  expect(low.atRisk).toBeCloseTo(2500, 0)
  expect(high.atRisk).toBeCloseTo(2500, 0)
})

test('the same position in cross is liquidated later and can lose the whole account', () => {
  const isolated = whatIf({ marginMode: 'isolated', leverage: 20 })
  const cross = whatIf({ marginMode: 'cross', leverage: 20 })
  expect(cross.line).toBeLessThan(isolated.line ?? 0)
  expect(cross.atRisk).toBeGreaterThan(9_900)
})

test('a low cross leverage has no liquidation price', () => {
  expect(whatIf({ marginMode: 'cross', leverage: 1 }).line).toBeNull()
})
