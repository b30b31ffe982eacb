import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Dice } from '../../random/dice.ts'
import { type ComparedSource, comparedMarket } from './compared-market.ts'
import type { MarketSetting, PriceModel } from './model.ts'

/** How long each switch stays where it is on average, market minutes. */
const STAYS = [25, 360, 4320] as const
/** Variance while a switch is restless and while it is calm, as multiples that average to 1. */
const RESTLESS = 1.62
const CALM = 2 - RESTLESS

/**
 * Weather: three switches, one for minutes, one for hours and one for days, are each calm or restless, half
 * of the time each. A return is Student's with four degrees of freedom: a normal number whose variance is
 * drawn anew in every tick.
 */
export const regime = (setting: MarketSetting): PriceModel => comparedMarket('regime', setting, source)

function source({ minutesPerTick }: MarketSetting): ComparedSource {
  const switches = STAYS.map((stay) => 0.5 * (1 - exp((-2 * minutesPerTick) / stay)))
  return {
    open: (write, dice) => {
      for (const _ of switches) write.push(dice.uniform() < 0.5 ? 1 : 0)
    },
    advance: (tape, dice, lent) => {
      let unrest = 1
      for (const chance of switches) {
        const restless = tape.take()
        unrest *= restless === 1 ? RESTLESS : CALM
        tape.put(dice.uniform() < chance ? 1 - restless : restless)
      }
      const variance = minutesPerTick * unrest * lent * spread(dice)
      return { variance, diffusion: Math.sqrt(variance) * dice.normal(), jump: 0, unrest }
    },
    jumpDrift: () => 0,
  }
}

/** One over a chi-squared variable with four degrees of freedom, scaled to average 1. */
const spread = (dice: Dice): number => -1 / ln(dice.uniform() * dice.uniform())
