import type { RecordProblem, RoundRecord } from './record.ts'
import { walk } from './walk.ts'

/** What re-running a record says of it. */
export type Verdict =
  | { readonly verified: true; readonly frames: number; readonly fingerprint: string }
  | { readonly verified: false; readonly problem: RecordProblem }

/** Re-runs a record and compares every fingerprint; a record that is not true names its first bad tick. */
export function verify(record: RoundRecord): Verdict {
  const walked = walk(record, () => {})
  if (!walked.ok) return { verified: false, problem: walked.problem }
  return { verified: true, frames: walked.value, fingerprint: record.frames.at(-1)?.fingerprint ?? '' }
}
