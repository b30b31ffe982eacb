import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Dice } from '../../random/dice.ts'
import { openStream } from '../../random/stream.ts'
import type { EventLeg, Range } from '../scenario.ts'
import type { MarketSetting } from './model.ts'

/** Where an event holds the market. */
export interface EventStep {
  /** Change of the log price since the opening, for an instrument that takes the event once. */
  readonly displacement: number
  /** What the event adds to the variance, as a multiple of the usual. */
  readonly unrest: number
}

/** How much the variance rises while a leg runs, and the minutes in which that dies away. */
const UNREST = 8
const UNREST_MINUTES = 60
const NOTHING: EventStep = { displacement: 0, unrest: 0 }

/**
 * The event of a scenario as a function of the market minute. Moment, size and length come from a stream of
 * their own, so that nobody can tell them from the hour or from earlier prices.
 */
export function marketEvent(setting: MarketSetting): (minute: number) => EventStep {
  const plan = setting.scenario.event
  if (plan === null) return () => NOTHING
  const dice = openStream(setting.seed, 'event').at(0)
  const moment = drawn(plan.moment, dice) * setting.minutes
  const legs = plan.legs.map((leg) => drawLeg(leg, setting, dice))
  return (minute) => {
    let displacement = 0
    let unrest = 0
    for (const leg of legs) {
      const step = leg(minute - moment)
      displacement += step.displacement
      unrest += step.unrest
    }
    return { displacement, unrest }
  }
}

function drawLeg(leg: EventLeg, setting: MarketSetting, dice: Dice): (since: number) => EventStep {
  const after = drawn(leg.after, dice) * setting.minutes
  const size = ln(1 + drawn(leg.move, dice)) * setting.volatility
  const minutes = drawn(leg.minutes, dice)
  return (since) => {
    const into = since - after
    if (into <= 0) return NOTHING
    const way = Math.min(1, into / minutes)
    const past = Math.max(0, into - minutes)
    const givenBack = leg.givenBack * (1 - exp(-past / leg.givenBackMinutes))
    return {
      displacement: size * way * way * (3 - 2 * way) * (1 - givenBack),
      unrest: UNREST * way * exp(-past / UNREST_MINUTES),
    }
  }
}

const drawn = (range: Range, dice: Dice): number => range.from + (range.to - range.from) * dice.uniform()
