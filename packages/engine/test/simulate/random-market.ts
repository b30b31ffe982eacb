import {
  Decimal,
  deriveTiers,
  INSTRUMENTS,
  type Instrument,
  type InstrumentId,
  type Market,
  type Price,
  presetRules,
  price,
  RULE_PRESETS,
  type Rules,
  type Tier,
} from '../../src/index.ts'
import type { Chance } from './chance.ts'

/** Maintenance rates go up to here: with the highest closing fee of one percent there is something left. */
const RATE_MOST = 0.98
const TIERS_MOST = 8
const MARKET_MINUTES_PER_TICK = 2

/** A market of so many instruments of the catalogue under one of the presets, with marks gone astray. */
export function randomMarket(chance: Chance, instrumentCount: number): Market {
  const instruments = randomInstruments(chance, instrumentCount)
  return {
    marks: new Map(instruments.map((instrument) => [instrument.id, randomMark(chance, instrument)])),
    config: { instruments, rules: randomRules(chance) },
  }
}

/** The money rules of one of the presets. */
export function randomRules(chance: Chance): Rules {
  const [first, ...others] = RULE_PRESETS.map(({ id }) => id)
  if (!first) throw new Error('there are presets')
  return presetRules(chance.pick([first, ...others]), MARKET_MINUTES_PER_TICK)
}

/** Instruments of the catalogue; some with a maintenance table that nobody would want. */
export const randomInstruments = (chance: Chance, count: number): readonly Instrument[] =>
  chance
    .some(INSTRUMENTS, count)
    .map((instrument) => (chance.percent(40) ? { ...instrument, tiers: hostileTiers(chance) } : instrument))

/** A mark on the increment: near the opening, far from it, or so low that an increment is a large step. */
function randomMark(chance: Chance, { openingPrice, priceIncrement }: Instrument): Price {
  const kind = chance.below(100)
  if (kind < 15) return price(priceIncrement.times(chance.whole(1, 200)))
  const factor = kind < 40 ? chance.magnitude(-2, 2) : chance.between('0.5', 2)
  return onIncrement(openingPrice.times(factor), priceIncrement)
}

/** The nearest price on the increment, at least one increment. */
export const onIncrement = (value: Decimal, increment: Price): Price =>
  price(Decimal.max(increment, value.toNearest(increment)))

/** A table with steep steps, steps that are none, floors a cent apart, and floors that do not divide. */
export function hostileTiers(chance: Chance): readonly Tier[] {
  let floor = new Decimal(0)
  let maintenanceRate = new Decimal(chance.pick(['0.000001', '0.005', '0.05', '0.3']))
  const rows = [{ floor, maintenanceRate }]
  const count = chance.whole(1, TIERS_MOST)
  while (rows.length < count) {
    floor = floor.plus(nextStep(chance, floor))
    maintenanceRate = maintenanceRate.plus(nextRise(chance, maintenanceRate)).toDecimalPlaces(6)
    rows.push({ floor, maintenanceRate })
  }
  return deriveTiers(rows)
}

function nextStep(chance: Chance, floor: Decimal): Decimal {
  const kind = chance.below(3)
  if (kind === 0) return new Decimal('0.01')
  if (kind === 1 && floor.gt(0)) return floor.times(chance.between('0.1', 2)).toDecimalPlaces(8).plus('0.01')
  return chance.magnitude(1, 6).toDecimalPlaces(chance.whole(0, 8))
}

function nextRise(chance: Chance, rate: Decimal): Decimal {
  const left = new Decimal(RATE_MOST).minus(rate)
  return left.times(chance.pick([0, '0.001', '0.05', '0.3', '0.9', 1]))
}

/** The same market with one mark elsewhere. */
export const withMark = (market: Market, id: InstrumentId, mark: Price): Market => ({
  marks: new Map(market.marks).set(id, mark),
  config: market.config,
})
