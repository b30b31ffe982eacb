import type { Clause } from './clauses.ts'

/** What does not fit between the clauses and the tests that name them. */
export function compare(clauses: readonly Clause[], named: readonly Clause[]): readonly string[] {
  const written = new Map<string, Clause>()
  const complaints: string[] = []
  for (const clause of clauses) {
    const first = written.get(clause.id)
    if (first)
      complaints.push(
        `${at(clause)} ${clause.id} is laid down twice, first at ${at(first)}: give it a number of its own`,
      )
    else written.set(clause.id, clause)
  }
  const tested = new Set(named.map(({ id }) => id))
  for (const clause of written.values()) {
    if (!tested.has(clause.id)) complaints.push(`${at(clause)} ${clause.id} has no test: name one after it`)
  }
  for (const name of named) {
    if (!written.has(name.id))
      complaints.push(`${at(name)} names ${name.id}, which no clause in docs/rules lays down`)
  }
  return complaints
}

const at = ({ path, line }: Clause): string => `${path}:${line}`
