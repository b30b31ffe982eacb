import { expect, test } from 'vitest'
import { KEPT_SEEDS } from './kept-seeds.ts'
import { runSeeds } from './run-seeds.ts'

/** A slow machine is no difference. */
const timeout = 120_000

test('RND-007 the engine and its twin agree on whole rounds of hostile players', { timeout }, () => {
  const report = runSeeds({ from: 100, count: 40 })
  expect(report.differences).toEqual([])
  for (const figure of ['liquidations', 'deleveragings', 'socialised', 'wipes'] as const) {
    expect(report[figure]).toBeGreaterThan(20)
  }
})

test.each(KEPT_SEEDS)('RND-007 seed $seed, where $once', { timeout }, ({ seed }) => {
  expect(runSeeds({ from: seed, count: 1 }).differences).toEqual([])
})
