import { clausesIn } from './clauses.ts'
import { compare } from './compare.ts'
import { missingPaths } from './doc-paths.ts'
import { readDocs, readTests } from './read.ts'
import { namedClauses } from './test-names.ts'

/** What is wrong between rules, tests, documents and files. Only docs/rules lays down clauses. */
export function complaintsAboutRules(): { readonly clauses: number; readonly complaints: readonly string[] } {
  const docs = readDocs()
  const clauses = docs.filter((doc) => doc.path.startsWith('docs/rules/')).flatMap(clausesIn)
  const named = readTests().flatMap(namedClauses)
  return { clauses: clauses.length, complaints: [...compare(clauses, named), ...docs.flatMap(missingPaths)] }
}
