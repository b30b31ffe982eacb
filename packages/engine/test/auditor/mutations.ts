import { MUTANTS } from './mutants.ts'
import { catchMutant } from './plant.ts'

/** Seeds that a bug has to be found in. */
const SEEDS = 50

/** Words of the bugs to plant; all of them when none is given. */
const wanted = process.argv.slice(2)
const mutants = MUTANTS.filter(({ bug }) => wanted.every((text) => bug.includes(text)))

let survivors = 0
for (const mutant of mutants) {
  const caught = await catchMutant(mutant, SEEDS)
  if (!caught) survivors += 1
  const what = caught ? `seed ${caught.seed}, tick ${caught.tick}: ${caught.what}` : 'NOBODY NOTICED'
  console.log(`${mutant.bug}\n    ${what.slice(0, 400)}`)
}
console.log(`${mutants.length - survivors} of ${mutants.length} planted bugs were caught`)
if (survivors > 0) process.exitCode = 1
