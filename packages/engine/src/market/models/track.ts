import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import { openStream } from '../../random/stream.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import type { MarketSetting } from './model.ts'
import { lastingMean, pricePath } from './price-path.ts'
import { restlessSource, type SourceStep } from './restless-source.ts'
import { usualMinute } from './usual-volatility.ts'
import type { ValueTape } from './value-tape.ts'

const DAY = 1440
/** How much of the market's volatility an instrument shares, and how much it has of its own. */
const LENT_WEIGHT = 0.64
const OWN_WEIGHT = 0.6
/** How unequally instruments answer a jump of the market: the spread of their share around 1. */
const UNEVEN = 0.45
const OWN_DOWN_SHARE = 0.46
const OWN_LASTING = lastingMean(OWN_DOWN_SHARE)
/** Mean of the volume a path gives, by which it is divided. */
const VOLUME_MEAN = 1.2

/** What the market did in a tick, as an instrument feels it. */
interface TrackTick {
  readonly tick: number
  /** Market minutes since the opening. */
  readonly minute: number
  /** Volatility of a usual minute for a class of volatility 1. */
  readonly usual: number
  readonly market: SourceStep
  /** Where the scenario's event holds this instrument, a change of the log price since the opening. */
  readonly displacement: number
}

/** One instrument's own part of the market. */
export interface Track {
  readonly open: (write: number[]) => void
  /** The price in simulated dollars per unit, and the units traded. */
  readonly advance: (tape: ValueTape, now: TrackTick) => { price: number; volume: number }
}

/** Makes the track of one instrument in a market of whose jumps so large a share falls. */
export function track(instrument: Instrument, setting: MarketSetting, marketDownShare: number): Track {
  const { minutesPerTick, scenario } = setting
  const { volatility, factorShare, ownJumpsPerDay, eventBeta, anchorMinutes, dailyVolume } =
    CLASS_CHARACTERS[instrument.class]
  const stream = openStream(setting.seed, `instrument ${instrument.id}`)
  const source = restlessSource({
    perDay: ownJumpsPerDay * scenario.jumps,
    downShare: OWN_DOWN_SHARE,
    minutesPerTick,
    ownWeight: OWN_WEIGHT,
    lentWeight: LENT_WEIGHT,
  })
  const path = pricePath({
    minutesPerTick,
    anchor: anchorMinutes === null ? scenario.anchor : { minutes: anchorMinutes, side: 'both' },
    usual: volatility * usualMinute(setting),
  })
  const shared = volatility * Math.sqrt(factorShare)
  const sharedLasting = lastingMean(marketDownShare)
  const alone = volatility * Math.sqrt(1 - factorShare)
  const trend = (eventBeta * setting.volatility * ln(1 + scenario.driftPerDay)) / DAY
  const opening = instrument.openingPrice.toNumber()
  const dealt = (dailyVolume * minutesPerTick) / DAY / VOLUME_MEAN
  return {
    open: (write) => {
      const dice = stream.at(0)
      source.open(write, dice)
      path.open(write, dice)
    },
    advance: (tape, { tick, minute, usual, market, displacement }) => {
      const dice = stream.at(tick)
      const own = source.advance(tape, dice, { usual, lent: market.logarithm })
      const answer = 1 + UNEVEN * dice.normal()
      const step = path.advance(tape, dice, {
        diffusion: shared * market.diffusion + alone * own.diffusion,
        sharedJump: shared * market.jump * answer,
        ownJump: alone * own.jump,
        jumpDrift: shared * market.jumpExpected * sharedLasting + alone * own.jumpExpected * OWN_LASTING,
        sigma: root(shared * market.sigma, alone * own.sigma),
      })
      const price = opening * exp(step.logPrice + trend * minute + displacement)
      return { price, volume: (step.volume * dealt) / price }
    },
  }
}

const root = (a: number, b: number): number => Math.sqrt(a * a + b * b)
