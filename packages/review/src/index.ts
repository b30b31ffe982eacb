export { type AccountLens, accountLens, type LensPoint, type TankPoint } from './account-lens.ts'
export { type Cascade, cascades, cascadesOf, type Named } from './cascades.ts'
export {
  type Cause,
  causeOf,
  type Moment,
  type MomentBody,
  momentOf,
  type Part,
  type Refused,
} from './moment.ts'
export { type Asked, type Ending, type OtherMode, otherMode, type TwinIntent } from './other-mode.ts'
export { flipPlan, type Intent, otherModeOf, type Plan, type PlanStep, planOf } from './plan.ts'
export type { PositionStory } from './position-story.ts'
export { type Deed, type ReadFrame, type Reading, readRound } from './reading.ts'
export type { RecordProblem, Reviewed, RoundRecord } from './record.ts'
export { type Fate, type PlayedIntent, type Run, runPlan } from './run-plan.ts'
export { type MarksSeries, type Milestone, type Timeline, timeline } from './timeline.ts'
export { type Verdict, verify } from './verify.ts'
