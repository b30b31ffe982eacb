// Every rule has a number, and every number has a test: docs/rules against the tests, and the paths in the
// docs against the files.
import { complaintsAboutRules } from './rules/complaints.ts'

const { clauses, complaints } = complaintsAboutRules()
for (const complaint of complaints) console.log(complaint)
console.log(`${clauses} clauses, ${complaints.length} complaints`)
process.exitCode = complaints.length === 0 ? 0 : 1
