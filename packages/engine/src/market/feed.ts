import { assert, known } from '../assert.ts'
import { type Price, price } from '../number/units.ts'
import type { Seed } from '../random/seed.ts'
import type { ImpactRule } from './impact/rule.ts'
import type { Instrument } from './instrument.ts'
import { bates } from './models/bates.ts'
import { eventDepths } from './models/market-event.ts'
import type { MarketSetting, PriceModel } from './models/model.ts'
import { randomWalk } from './models/random-walk.ts'
import { regime } from './models/regime.ts'
import { stochasticVolatility } from './models/stochastic-volatility.ts'
import type { ModelId } from './scenario.ts'
import { scenarioOf } from './scenarios.ts'

/**
 * Everything a feed must remember between two ticks, as plain numbers, so that it can be written down.
 * Secret.
 */
export interface FeedState {
  readonly model: string
  readonly tick: number
  /** The model's own variables, in an order only the model knows. */
  readonly values: readonly number[]
}

/** What a feed says of one tick. */
export interface FeedStep {
  readonly state: FeedState
  /** One mark per instrument, rounded to its price increment, simulated dollars per unit. */
  readonly marks: readonly Price[]
  /** Traded volume per instrument, units. */
  readonly volumes: readonly number[]
}

/** The part of a round's configuration that decides its prices. */
export interface FeedConfig {
  readonly instruments: readonly Instrument[]
  /** The round's length, and the market minutes that pass in one tick. */
  readonly clock: { readonly ticks: number; readonly marketMinutesPerTick: number }
  /** The id of a scenario, and what multiplies its volatility. */
  readonly market: { readonly scenario: string; readonly volatility: number; readonly impact?: ImpactRule }
}

/** Where liquidations move prices, an event brings half of its move and they may bring the rest. */
const EVENT_SHARE_WITH_IMPACT = 0.5

const MODELS: Readonly<Record<ModelId, (setting: MarketSetting) => PriceModel>> = {
  'random-walk': randomWalk,
  regime,
  bates,
  'stochastic-volatility': stochasticVolatility,
}

/** The feed before its first tick. */
export function openFeed(config: FeedConfig, seed: Seed): FeedState {
  const { model } = prepared(config, seed)
  return { model: model.id, tick: 0, values: model.open() }
}

/**
 * The tick after a state. The same configuration, seed and state give the same step, bit for bit, on every
 * machine.
 */
export function stepFeed(config: FeedConfig, seed: Seed, state: FeedState): FeedStep {
  const { model, rulers } = prepared(config, seed)
  assert(state.model === model.id, 'a feed state is stepped by the model that made it')
  const tick = state.tick + 1
  const { values, prices, volumes } = model.step(state.values, tick)
  const marks = prices.map((raw, index) => known(rulers[index], 'a price has an instrument')(raw))
  return { state: { model: model.id, tick, values }, marks, volumes: volumes.map(threeDecimals) }
}

/** Share of the usual depth that the scenario leaves each instrument at a tick. */
export const feedDepths = (config: FeedConfig, seed: Seed, tick: number): readonly number[] =>
  prepared(config, seed).depths(tick * config.clock.marketMinutesPerTick)

interface Prepared {
  readonly seed: Seed
  readonly model: PriceModel
  readonly depths: (minute: number) => readonly number[]
  readonly rulers: readonly ((raw: number) => Price)[]
}

/** What follows from a configuration and a seed is worked out once, and forgotten with the configuration. */
const cache = new WeakMap<FeedConfig, Prepared>()

function prepared(config: FeedConfig, seed: Seed): Prepared {
  const held = cache.get(config)
  if (held?.seed === seed) return held
  const setting = settingOf(config, seed)
  const made = {
    seed,
    model: MODELS[setting.scenario.model](setting),
    depths: eventDepths(setting),
    rulers: config.instruments.map(ruler),
  }
  cache.set(config, made)
  return made
}

function settingOf({ instruments, clock, market }: FeedConfig, seed: Seed): MarketSetting {
  const scenario = known(scenarioOf(market.scenario), 'a round plays a scenario that exists')
  const minutesPerTick = clock.marketMinutesPerTick
  assert(minutesPerTick > 0 && market.volatility > 0, 'time passes and prices move')
  const minutes = minutesPerTick * clock.ticks
  return {
    instruments,
    scenario,
    seed,
    minutesPerTick,
    minutes,
    volatility: market.volatility,
    eventShare: market.impact ? EVENT_SHARE_WITH_IMPACT : 1,
  }
}

/** Rounds to the nearest multiple of an instrument's increment, and never to nothing. */
function ruler({ priceIncrement }: Instrument): (raw: number) => Price {
  const increment = priceIncrement.toNumber()
  return (raw) => price(priceIncrement.times(Math.max(1, Math.round(raw / increment))))
}

const threeDecimals = (volume: number): number => Math.round(volume * 1000) / 1000
