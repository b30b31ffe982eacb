import { commitmentOf } from '@cascade/engine'
import type { RecordProblem, RoundRecord } from './record.ts'

/**
 * Why a record's seed and configuration are not the ones that were fixed before the round, or null when they
 * are, or when nothing was published that they could be compared with.
 */
export function commitmentProblem({
  opening,
  commitment = null,
  commitmentSeen = null,
}: RoundRecord): RecordProblem | null {
  if (commitmentSeen !== null && commitmentSeen !== commitment) {
    return { kind: 'recommitted', seen: commitmentSeen, published: commitment }
  }
  if (commitment === null) return null
  const found = commitmentOf(opening)
  return found === commitment ? null : { kind: 'uncommitted', published: commitment, found }
}
