import type { Finding } from './finding.ts'
import { lineAt, type Source } from './source.ts'

/** An excuse is a whole comment line that names one rule and gives a reason; it holds for its file. */
const pattern = /\/\/ tidy: ([\w-]+)(?: because (.+))?\s*$/

/** The findings a file is not excused from, and the excuses it does not need. */
export function excused(source: Source, findings: readonly Finding[]): readonly Finding[] {
  const excuses = commentLines(source).flatMap(({ text, line }) => {
    const match = pattern.exec(text)
    return match ? [{ rule: match[1] ?? '', reason: match[2] ?? '', line }] : []
  })
  const kept = findings.filter(
    (finding) => !excuses.some(({ rule, reason }) => rule === finding.rule && reason),
  )
  const complaints = excuses
    .filter(({ rule, reason }) => !reason || !findings.some((finding) => finding.rule === rule))
    .map(({ rule, reason, line }) => complaint(source.path, line, { rule, reason }))
  return [...kept, ...complaints]
}

/** The lines that hold a comment and nothing else; one inside of a string does not count. */
const commentLines = (source: Source): readonly { readonly text: string; readonly line: number }[] =>
  [...source.code.matchAll(/^[ \t]*\/\/.*$/gm)].map((match) => ({
    text: source.text.slice(match.index, match.index + match[0].length),
    line: lineAt(source.code, match.index),
  }))

const complaint = (
  path: string,
  line: number,
  { rule, reason }: { rule: string; reason: string },
): Finding => ({
  rule: 'excuse',
  path,
  line,
  found: reason
    ? `an excuse from "${rule}" that nothing here needs`
    : `an excuse from "${rule}" without a reason`,
  why: 'an excuse is read as a warning, so it has to be true and to say why',
  instead: reason ? 'delete the line' : `write: // tidy: ${rule} because <reason>`,
})
