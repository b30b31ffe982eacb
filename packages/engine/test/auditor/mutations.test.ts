import { expect, test } from 'vitest'
import { MUTANTS } from './mutants.ts'
import { catchMutant } from './plant.ts'

test.each(MUTANTS.filter(({ file }) => file.startsWith('tick/liquidate')))(
  'LIQ-002 the auditor notices when $bug',
  { timeout: 120_000 },
  async (mutant) => expect(await catchMutant(mutant, 10)).not.toBeNull(),
)

test.each(MUTANTS.filter(({ file }) => file === 'market/shock.ts'))(
  'RND-018 the auditor notices when $bug',
  { timeout: 120_000 },
  async (mutant) => expect(await catchMutant(mutant, 20)).not.toBeNull(),
)
