import { commitmentOf, hasItsScript } from '@cascade/engine'
import type { RecordProblem, RoundRecord } from './record.ts'

/**
 * Why a record's seed, configuration and written prices are not the ones that were fixed before the round, or
 * null when they are, or when nothing was published that they could be compared with.
 */
export function commitmentProblem({
  opening,
  commitment = null,
  commitmentSeen = null,
}: RoundRecord): RecordProblem | null {
  if (commitmentSeen !== null && commitmentSeen !== commitment) {
    return { kind: 'recommitted', seen: commitmentSeen, published: commitment }
  }
  const found = commitmentOf(opening)
  if (commitment !== null && found !== commitment) {
    return { kind: 'uncommitted', published: commitment, found }
  }
  return hasItsScript(opening) ? null : { kind: 'unscripted', tick: null }
}
