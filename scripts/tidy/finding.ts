/** Something that does not belong in this house: what it is, where, why not, and what to do instead. */
export interface Finding {
  readonly rule: Rule
  readonly path: string
  readonly line: number
  readonly found: string
  readonly why: string
  readonly instead: string
}

/** The names by which a file can ask to be excused. */
type Rule =
  | 'word'
  | 'floor'
  | 'order'
  | 'name'
  | 'door'
  | 'doc'
  | 'file-length'
  | 'function-length'
  | 'line-length'
  | 'parameters'
  | 'excuse'

/**
 * What the reader of the check sees: the places where the same thing is wrong, then once why and what to do.
 */
export function inWords(findings: readonly Finding[]): string {
  const groups = new Map<string, Finding[]>()
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.why}\n${finding.instead}`
    groups.set(key, [...(groups.get(key) ?? []), finding])
  }
  return [...groups.values()].map(group).join('\n')
}

const group = (findings: readonly Finding[]): string => {
  const places = findings.map(({ path, line, rule, found }) => `${path}:${line} [${rule}] ${found}\n`)
  return `${places.join('')}    why: ${findings[0]?.why}\n    do: ${findings[0]?.instead}\n`
}
