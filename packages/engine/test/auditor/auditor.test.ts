import { expect, test } from 'vitest'
import { type Report, runSeeds } from './run-seeds.ts'

/** A slow machine is no difference. */
const timeout = 120_000

const agrees = (report: Report): void => expect(report.differences).toEqual([])

test('RND-007 the engine and its twin agree on whole rounds of hostile players', { timeout }, () => {
  const report = runSeeds({ from: 1, count: 40 })
  agrees(report)
  expect(report.liquidations).toBeGreaterThan(300)
  expect(report.deleveragings).toBeGreaterThan(20)
  expect(report.socialised).toBeGreaterThan(20)
  expect(report.wipes).toBeGreaterThan(20)
})

test.each`
  seed   | once
  ${0}   | ${'setting the leverage that was set moved cash that was not there'}
  ${11}  | ${'waiting orders made a position together that its tier does not allow'}
  ${15}  | ${'an order too large for its instrument was told that its trigger was met'}
  ${21}  | ${'an order left cross positions liquidatable whose tier had risen'}
  ${33}  | ${'a share of a loss was finer than the ledger'}
  ${42}  | ${'an account whose debt the fund had paid was wiped under a least of nothing'}
  ${57}  | ${'the fee of a close was measured by the margin that stayed in the position'}
  ${87}  | ${'a share of a loss made an account liquidatable whose tier had risen'}
  ${232} | ${'an isolated position that had lost was enlarged and could not carry it'}
`('RND-007 seed $seed, where $once', { timeout }, ({ seed }) => {
  agrees(runSeeds({ from: seed, count: 1 }))
})
