import { expect, test } from 'vitest'
import { checkMaintenance } from './maintenance-law.ts'
import { checkBankruptcy, checkMonotone } from './margin-laws.ts'
import { checkNoEdge } from './no-edge-law.ts'
import { checkPartialLiquidations } from './partial-liquidation-law.ts'

const run = { seed: 'npm test', count: 300 }
/** Long enough for a machine that is doing other things as well. */
const patience = 120_000

test('MAR-003 maintenance has no step at a floor and never grows more slowly than before', () => {
  expect(checkMaintenance(run).failures).toEqual([])
})

test(
  'MAR-006 more margin, lower rates and other profits put the price farther away',
  () => {
    expect(checkMonotone(run).failures).toEqual([])
  },
  patience,
)

test(
  'MAR-008 at its bankruptcy price a bucket holds nothing, and was liquidated before',
  () => {
    expect(checkBankruptcy(run).failures).toEqual([])
  },
  patience,
)

test(
  'LIQ-013 the largest is closed first, and one increment less would not have been enough',
  () => {
    const { counts, failures } = checkPartialLiquidations(run)
    expect(failures).toEqual([])
    expect(counts.withinTier).toBeGreaterThan(100)
  },
  patience,
)

test(
  'buying after falls, chasing rises and holding are paid as in reality, and no more',
  () => {
    const { counts, failures } = checkNoEdge({ seed: 'npm test', count: 16 })
    expect(failures).toEqual([])
    expect(counts['afterFall trades']).toBeGreaterThan(20)
  },
  patience,
)
