import type { Finding } from '../finding.ts'
import type { Source } from '../source.ts'

const homeless = /^(?:.*-)?(utils?|helpers?|common|managers?|misc)(?:\.|$)/

/** A file or folder is named after the one thing it holds. */
export function names(source: Source): readonly Finding[] {
  const part = source.path.split('/').find((name) => homeless.test(name))
  if (part === undefined) return []
  return [
    {
      rule: 'name',
      path: source.path,
      line: 1,
      found: `the name "${part}"`,
      why: 'a thing without a noun has no home: such a room fills with everything nobody found a place for',
      instead: 'name the file after its one export, or move each thing to the room of its noun',
    },
  ]
}
