import { deriveTiers, type Tier, TierProblem } from '@cascade/engine'
import { z } from 'zod'
import { unsigned } from './numbers.ts'

const ROWS_MAX = 100

const row = z.strictObject({
  floor: unsigned,
  maintenanceRate: unsigned,
  /** What the row takes off, where it is printed beside the rate: it must be what is derived. */
  maintenanceAmount: unsigned.exactOptional(),
})

/** A maintenance table as people write it; what is taken off in each tier is derived. Names a broken row. */
export const tierTable = z.array(row).max(ROWS_MAX).transform(derived)

/** One maintenance rate for every notional: a table of one row. */
export const flatTable = unsigned
  .transform((maintenanceRate) => [{ floor: '0', maintenanceRate }])
  .transform(derived)

type Row = z.output<typeof row>

function derived(rows: readonly Row[], context: z.RefinementCtx): readonly Tier[] {
  const say = (message: string) => context.addIssue({ code: 'custom', message })
  try {
    const tiers = deriveTiers(rows)
    for (const [index, { maintenanceAmount }] of tiers.entries()) {
      const written = rows[index]?.maintenanceAmount
      if (written === undefined || maintenanceAmount.eq(written)) continue
      say(`maintenance tier ${index + 1}: takes off ${maintenanceAmount.toFixed()}, not ${written}`)
    }
    return tiers
  } catch (error) {
    if (!(error instanceof TierProblem)) throw error
    say(error.message)
    return z.NEVER
  }
}
