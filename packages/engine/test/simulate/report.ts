import type { Findings } from './chunk.ts'

const SHOWN_MOST = 20

/** Whether everything was as it should be. */
export const isClean = ({ differences, breaks }: Findings): boolean =>
  differences.length === 0 && breaks.length === 0

/** A small table, the first findings, and one line that says it all. */
export function reportLines(findings: Findings, seconds: number): readonly string[] {
  const { counts, differences, breaks } = findings
  const rows = [...Object.entries(counts), ['seconds', Math.round(seconds)] as const]
  const width = Math.max(...rows.map(([name]) => name.length))
  const digits = Math.max(...rows.map(([, count]) => String(count).length))
  const found = [...breaks, ...differences]
  return [
    ...rows.map(([name, count]) => `${name.padEnd(width)}  ${String(count).padStart(digits)}`),
    '',
    ...found.slice(0, SHOWN_MOST),
    ...(found.length > SHOWN_MOST ? [`… and ${found.length - SHOWN_MOST} more`] : []),
    `${differences.length} differences, ${breaks.length} invariant breaks`,
  ]
}
