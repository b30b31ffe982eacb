import { type Frame, isOffScript, type ReplayStep, replay } from '@cascade/engine'
import { commitmentProblem } from './commitment.ts'
import { type RecordProblem, type Reviewed, type RoundRecord, told, untold } from './record.ts'

/**
 * Compares a record with what was published before the round, then re-runs it and shows each step to a
 * visitor, comparing every fingerprint on the way. Stops at the first frame that is not as
 * recorded and says so; nothing of a record that differs is ever told. Gives the number of frames.
 */
export function walk(record: RoundRecord, visit: (step: ReplayStep) => void): Reviewed<number> {
  const { opening, frames } = record
  const problem = commitmentProblem(record) ?? gapIn(frames)
  if (problem) return untold(problem)

  let done = 0
  try {
    for (const step of replay(opening, frames)) {
      if (!step.matches)
        return untold({ kind: 'differs', ...whereOf(step), found: step.round.fingerprint ?? '' })
      const { tick } = step.round
      if (step.frame.commands.some((command) => isOffScript(opening, tick, command)))
        return untold({ kind: 'unscripted', tick })
      visit(step)
      done += 1
    }
  } catch (error) {
    const frame = frames[done]?.tick ?? done
    return untold({ kind: 'broken', frame, message: error instanceof Error ? error.message : String(error) })
  }
  return told(done)
}

const whereOf = ({ frame, round }: ReplayStep) => ({
  frame: frame.tick,
  tick: round.tick,
  recorded: frame.fingerprint,
})

function gapIn(frames: readonly Frame[]): RecordProblem | null {
  const first = frames[0]
  if (!first) return { kind: 'empty' }
  const gap = frames.findIndex((frame, index) => frame.tick !== first.tick + index)
  return gap === -1 ? null : { kind: 'gap', frame: first.tick + gap }
}
