import exp from '@stdlib/math-base-special-exp'
import type { Dice } from '../../random/dice.ts'
import { openStream } from '../../random/stream.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument } from '../instrument.ts'
import type { ModelId } from '../scenario.ts'
import type { MarketSetting, PriceModel } from './model.ts'
import { usualMinute } from './usual-volatility.ts'
import { ValueTape } from './value-tape.ts'

const DAY = 1440
/** How volume answers a move: some is always dealt, more when the price moves. */
const VOLUME_QUIET = 0.3
/** Mean of the volume that gives, by which it is divided. */
const VOLUME_MEAN = 1.9

/** What a textbook's source did in one tick, for a volatility of 1 in a usual minute. */
export interface ComparedStep {
  /** Variance of the tick's diffusion, which the normal number then spreads. */
  readonly variance: number
  /** What came of that: a normal number times the root of the variance. */
  readonly diffusion: number
  /** A jump, or 0. */
  readonly jump: number
  /** What it lends to another source as a multiple of its variance; 1 is the usual. */
  readonly unrest: number
}

/** One textbook process for returns, which the market and every instrument have one of each. */
export interface ComparedSource {
  readonly open: (write: number[], dice: Dice) => void
  /** `lent` multiplies the variance of this tick. */
  readonly advance: (tape: ValueTape, dice: Dice, lent: number) => ComparedStep
  /** The logarithm of what jumps make of a dollar in a tick on average, where a jump counts so many times. */
  readonly jumpDrift: (scale: number) => number
}

/**
 * A market of textbook processes: every instrument is moved by the market and by a source of its own, and
 * both are of the same kind. Given the variances the diffusion is normal, so taking off half the variance
 * makes the price a fair game exactly.
 */
export function comparedMarket(
  id: ModelId,
  setting: MarketSetting,
  sourceOf: (setting: MarketSetting) => ComparedSource,
): PriceModel {
  const stream = openStream(setting.seed, 'market')
  const market = sourceOf(setting)
  const members = setting.instruments.map((instrument) => member(instrument, setting, sourceOf(setting)))
  return {
    id,
    open: () => {
      const write: number[] = []
      market.open(write, stream.at(0))
      for (const each of members) each.open(write)
      return write
    },
    step: (values, tick) => {
      const tape = new ValueTape(values)
      const moved = market.advance(tape, stream.at(tick), 1)
      const steps = members.map((each) => each.advance(tape, tick, moved))
      return { values: tape.close(), prices: steps.map((s) => s.price), volumes: steps.map((s) => s.volume) }
    },
  }
}

interface Member {
  readonly open: (write: number[]) => void
  readonly advance: (tape: ValueTape, tick: number, moved: ComparedStep) => { price: number; volume: number }
}

function member(instrument: Instrument, setting: MarketSetting, source: ComparedSource): Member {
  const { volatility, factorShare, dailyVolume } = CLASS_CHARACTERS[instrument.class]
  const stream = openStream(setting.seed, `instrument ${instrument.id}`)
  const usual = usualMinute(setting) * volatility
  const shared = usual * Math.sqrt(factorShare)
  const alone = usual * Math.sqrt(1 - factorShare)
  const jumpDrift = source.jumpDrift(shared) + source.jumpDrift(alone)
  const opening = instrument.openingPrice.toNumber()
  const dealt = (dailyVolume * setting.minutesPerTick) / DAY / VOLUME_MEAN
  const usualTick = usual * Math.sqrt(setting.minutesPerTick)
  return {
    open: (write) => {
      write.push(0)
      source.open(write, stream.at(0))
    },
    advance: (tape, tick, moved) => {
      const before = tape.take()
      const putLevel = tape.later()
      const own = source.advance(tape, stream.at(tick), moved.unrest)
      const variance = shared * shared * moved.variance + alone * alone * own.variance
      const jump = shared * moved.jump + alone * own.jump
      const move = shared * moved.diffusion + alone * own.diffusion + jump
      const level = before + move - 0.5 * variance - jumpDrift
      putLevel(level)
      const price = opening * exp(level)
      const stir = Math.sqrt(variance) + Math.abs(move)
      return { price, volume: ((VOLUME_QUIET + stir / usualTick) * dealt) / price }
    },
  }
}
