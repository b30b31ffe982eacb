import { deriveTiers, type Tier, TierProblem } from '@cascade/engine'
import { z } from 'zod'
import { unsigned } from './numbers.ts'

const ROWS_MAX = 100

/** A maintenance table as people write it; what is taken off in each tier is derived. Names a broken row. */
export const tierTable = z
  .array(z.strictObject({ floor: unsigned, maintenanceRate: unsigned }))
  .max(ROWS_MAX)
  .transform(derived)

/** One maintenance rate for every notional: a table of one row. */
export const flatTable = unsigned
  .transform((maintenanceRate) => [{ floor: '0', maintenanceRate }])
  .transform(derived)

type Row = Parameters<typeof deriveTiers>[0][number]

function derived(rows: readonly Row[], context: z.RefinementCtx): readonly Tier[] {
  try {
    return deriveTiers(rows)
  } catch (error) {
    if (!(error instanceof TierProblem)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
}
