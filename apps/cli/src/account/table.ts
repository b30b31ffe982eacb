import { type Money, money, type Tier, tierOf } from '@cascade/engine'
import { encode } from '@cascade/protocol'
import { z } from 'zod'
import { unsigned } from '../numbers.ts'
import { tierTable } from '../tier-table.ts'

const NOTIONALS_MAX = 1000

/** A maintenance table alone, and notionals to look up in it, as given to `cascade margin`. */
export const tableSchema = z.strictObject({
  tiers: tierTable,
  notionals: z.array(unsigned.transform(money)).max(NOTIONALS_MAX).default([]),
})

/** The table with what each tier takes off, and what each notional requires. */
export const tableAnswer = ({ tiers, notionals }: z.output<typeof tableSchema>) =>
  encode({
    tiers: tiers.map(({ floor, maintenanceRate, maintenanceAmount }) => ({
      floor,
      maintenanceRate,
      maintenanceAmount,
    })),
    notionals: notionals.map((notional) => ({ notional, ...inTier(tierOf(tiers, notional), notional) })),
  })

const inTier = ({ maintenanceRate, maintenanceAmount }: Tier, notional: Money) => ({
  maintenanceRate,
  maintenanceAmount,
  maintenanceMargin: notional.times(maintenanceRate).minus(maintenanceAmount),
})
