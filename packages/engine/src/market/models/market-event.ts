import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Dice } from '../../random/dice.ts'
import { openStream } from '../../random/stream.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { InstrumentClass } from '../instrument.ts'
import type { EventLeg, Range } from '../scenario.ts'
import { legAt } from './leg-path.ts'
import type { MarketSetting } from './model.ts'

/** What an event does to one instrument. */
export interface EventPull {
  /** Change of its log price since the opening. */
  readonly displacement: number
  /** What it adds to this instrument's variance beside the market's, as a multiple of the usual. */
  readonly unrest: number
}

/** Where an event holds the market. */
interface EventStep {
  /** What the event adds to the variance of the whole market, as a multiple of the usual. */
  readonly unrest: number
  /** One for each instrument of the setting. */
  readonly pulls: readonly EventPull[]
}

/** How much the variance rises while a leg runs, and the minutes in which that dies away. */
const UNREST = 8
const UNREST_MINUTES = 60
const STILL: EventPull = { displacement: 0, unrest: 0 }

/**
 * The event of a scenario as a function of the market minute. Moment, size and length come from a stream of
 * their own, so that nobody can tell them from the hour or from earlier prices.
 */
export function marketEvent(setting: MarketSetting): (minute: number) => EventStep {
  const nothing = { unrest: 0, pulls: setting.instruments.map(() => STILL) }
  const legs = drawEvent(setting)
  if (legs.length === 0) return () => nothing
  return (minute) => {
    const steps = legs.map((leg) => ({ ...leg, ...leg.path(minute) }))
    return {
      unrest: sum(steps.map((leg) => (leg.isMarketWide ? leg.unrest : 0))),
      pulls: setting.instruments.map((_, index) => ({
        displacement: sum(steps.map((leg) => (leg.shares[index] ?? 0) * leg.displacement)),
        unrest: sum(steps.map((leg) => (leg.isMarketWide || !leg.shares[index] ? 0 : leg.unrest))),
      })),
    }
  }
}

/**
 * Share of the usual depth that the event leaves in each instrument of the setting, as a function of the
 * market minute: from the beginning of a leg until some minutes after its end.
 */
export function eventDepths(setting: MarketSetting): (minute: number) => readonly number[] {
  const legs = drawEvent(setting)
  return (minute) =>
    setting.instruments.map((_, index) =>
      legs.reduce(
        (least, { shares, depthAt }) => (shares[index] ? Math.min(least, depthAt(minute)) : least),
        1,
      ),
    )
}

/** A leg as the seed decided it. Minutes are those of the market. */
interface DrawnLeg {
  readonly path: (minute: number) => EventPull
  readonly depthAt: (minute: number) => number
  /** How many times each instrument of the setting takes it. */
  readonly shares: readonly number[]
  readonly isMarketWide: boolean
}

function drawEvent(setting: MarketSetting): readonly DrawnLeg[] {
  const plan = setting.scenario.event
  if (plan === null) return []
  const dice = openStream(setting.seed, 'event').at(0)
  const moment = drawn(plan.moment, dice) * setting.minutes
  return plan.legs.map((leg) => ({
    ...drawLeg(leg, setting, { dice, moment }),
    shares: setting.instruments.map((instrument) => shareOf(leg, instrument.class)),
    isMarketWide: shareOf(leg, 'MAJ1') > 0,
  }))
}

const shareOf = ({ takenBy }: EventLeg, of: InstrumentClass): number =>
  takenBy === null ? CLASS_CHARACTERS[of].eventBeta : (takenBy[of] ?? 0)

function drawLeg(
  leg: EventLeg,
  setting: MarketSetting,
  { dice, moment }: { dice: Dice; moment: number },
): Pick<DrawnLeg, 'path' | 'depthAt'> {
  const after = drawn(leg.after, dice) * setting.minutes
  const move = ln(1 + drawn(leg.move, dice)) * setting.volatility * (setting.eventShare ?? 1)
  const minutes = drawn(leg.minutes, dice)
  const returning = drawn(leg.givenBack, dice) * (dice.uniform() < leg.failing ? 0 : 1)
  const size = leg.eitherWay && dice.uniform() < 0.5 ? -move : move
  const path = (minute: number): EventPull => {
    const into = minute - moment - after
    if (into <= 0) return STILL
    const { givenBackMinutes } = leg
    const at = legAt({ size, minutes, givenBack: returning, givenBackMinutes }, into)
    return {
      displacement: at.displacement,
      unrest: UNREST * at.way * exp(-at.past / UNREST_MINUTES),
    }
  }
  const begins = moment + after
  const ends = begins + minutes + leg.thinMinutes
  return { path, depthAt: (minute) => (minute > begins && minute <= ends ? leg.depth : 1) }
}

const drawn = (range: Range, dice: Dice): number => range.from + (range.to - range.from) * dice.uniform()

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
