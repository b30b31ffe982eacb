import { type Impact, NO_IMPACT, rested, traded } from '../../src/market/impact/impact.ts'
import type { Chance } from './chance.ts'
import { type LawReport, type LawRun, tryCases } from './law.ts'

/** A trade after a rest, in a market that became so deep. */
export interface Step {
  readonly minutes: number
  /** Live depth as a share of the usual, above 0. */
  readonly depth: number
  /** Signed volume in units of the usual depth. */
  readonly volume: number
}

/** A market whose price answers to trades. The engine's own, or one with a planted mistake. */
export interface Venue {
  readonly rest: typeof rested
  readonly trade: typeof traded
}

/** What a schedule that ends with nothing in hand earns for each unit it trades, as a share of the price. */
function earned({ rest, trade }: Venue, steps: readonly Step[]): number {
  let impact: Impact = NO_IMPACT
  let cash = 0
  let dealt = 0
  for (const { minutes, depth, volume } of steps) {
    const filled = trade(rest(impact, { minutes, depth }), volume)
    impact = filled.impact
    cash -= volume * (1 + filled.displacement)
    dealt += Math.abs(volume)
  }
  return dealt === 0 ? 0 : cash / dealt
}

const STEPS_MOST = 8
const CLIMBS = 40
/** Earnings smaller than this come from the rounding of floats. */
const DUST = 1e-12

/** The most that a random schedule earns when it is bettered step by step, and how. */
export function bestRoundTrip(
  venue: Venue,
  chance: Chance,
): { readonly steps: readonly Step[]; earns: number } {
  let steps = randomSchedule(chance)
  let earns = earned(venue, steps)
  for (let climb = 0; climb < CLIMBS; climb += 1) {
    const other = changed(steps, chance)
    const earnsThen = earned(venue, other)
    if (earnsThen > earns) {
      steps = other
      earns = earnsThen
    }
  }
  return { steps, earns }
}

/** No way of trading to and fro is paid for by the market it moves. */
export function checkRoundTrips(run: LawRun): LawReport {
  const failures = tryCases('round-trip', run, (chance) => {
    const { steps, earns } = bestRoundTrip({ rest: rested, trade: traded }, chance)
    return earns > DUST ? [`${JSON.stringify(steps)} earns ${earns} of the price for each unit`] : []
  })
  return { counts: { schedules: run.count }, failures }
}

function randomSchedule(chance: Chance): readonly Step[] {
  const scale = chance.magnitude(-2, 2).toNumber()
  const isCalm = chance.percent(30)
  const steps = Array.from({ length: chance.whole(1, STEPS_MOST - 1) }, () => ({
    minutes: chance.percent(30) ? 0 : chance.between(0, 120).toNumber(),
    depth: isCalm || chance.percent(50) ? 1 : chance.between('0.02', 1).toNumber(),
    volume: chance.between(-1, 1).toNumber() * scale,
  }))
  return closed([...steps, { minutes: chance.between(0, 60).toNumber(), depth: 1, volume: 0 }])
}

/** The last step gives back whatever the others have left in hand. */
function closed(steps: readonly Step[]): readonly Step[] {
  const held = steps.slice(0, -1).reduce((sum, { volume }) => sum + volume, 0)
  return steps.map((step, index) => (index === steps.length - 1 ? { ...step, volume: -held } : step))
}

function changed(steps: readonly Step[], chance: Chance): readonly Step[] {
  const at = chance.below(steps.length)
  const factor = chance.between('0.5', '1.5').toNumber()
  const change = chance.pick<(step: Step) => Step>([
    (step) => ({ ...step, minutes: step.minutes * factor }),
    (step) => ({ ...step, depth: Math.min(1, Math.max(0.02, step.depth * factor)) }),
    (step) => ({ ...step, volume: step.volume * factor }),
    (step) => ({ ...step, volume: -step.volume }),
  ])
  return closed(steps.map((step, index) => (index === at ? change(step) : step)))
}
