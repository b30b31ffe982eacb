import {
  deriveTiers,
  INSTRUMENTS,
  type Instrument,
  instrumentId,
  money,
  presetRules,
  price,
  quantity,
  type RoundConfig,
  RULE_PRESETS,
  type Rules,
  rate,
  roundId,
  standardConfig,
} from '../../../src/index.ts'
import type { Chance } from './chance.ts'

/** Maintenance tables with floors low enough for a player of ten thousand to climb. */
const TABLES = [
  [{ floor: 0, maintenanceRate: '0.005' }],
  [
    { floor: 0, maintenanceRate: '0.004' },
    { floor: 10_000, maintenanceRate: '0.02' },
    { floor: 40_000, maintenanceRate: '0.1' },
  ],
  [
    { floor: 0, maintenanceRate: '0.01' },
    { floor: 5_000, maintenanceRate: '0.025' },
    { floor: 20_000, maintenanceRate: '0.05' },
    { floor: 60_000, maintenanceRate: '0.125' },
    { floor: 250_000, maintenanceRate: '0.5' },
  ],
] as const

/** Increments of price and size: round ones, and ones whose product is finer than the ledger. */
const INCREMENTS = [
  ['0.01', '0.001'],
  ['0.5', '0.1'],
  ['0.00001', '0.0003'],
  ['0.0001', '0.00001'],
] as const

const OPENINGS = [100, 0.5, 37, 20_000] as const

/** An instrument that no catalogue has. */
function strangeInstrument(id: string, chance: Chance): Instrument {
  const [priceIncrement, sizeIncrement] = chance.pick(INCREMENTS)
  const opens = chance.pick(OPENINGS)
  return {
    id: instrumentId(id),
    name: id,
    class: 'ALT1',
    openingPrice: price(opens),
    priceIncrement: price(priceIncrement),
    sizeIncrement: quantity(sizeIncrement),
    quantityMax: quantity(sizeIncrement).times(Math.ceil(400_000 / opens / Number(sizeIncrement))) as never,
    tiers: deriveTiers(chance.pick(TABLES)),
  }
}

const instrumentsOf = (chance: Chance): readonly Instrument[] => {
  const count = 2 + chance.below(5)
  return Array.from({ length: count }, (_, index) =>
    chance.happens(0.35)
      ? (INSTRUMENTS[index] ?? strangeInstrument(`X${index}`, chance))
      : strangeInstrument(`X${index}`, chance),
  )
}

/** Every preset as it is or, more often, with every choice of policy. */
function rulesOf(chance: Chance): Rules {
  const preset = presetRules(chance.pick(RULE_PRESETS).id, chance.pick([30, 60, 120]))
  if (chance.happens(0.2)) return preset
  const mode = chance.pick(['cross', 'isolated'] as const)
  const policy = chance.happens(0.9) ? 'choice' : (`${mode}-only` as const)
  const funding = {
    everyTicks: 1 + chance.below(5),
    rate: rate(chance.pick(['0.0001', '0.003', '-0.003', '0.01'])),
  }
  return {
    ...preset,
    modePolicy: policy,
    defaultMode: mode,
    switching: policy === 'choice' ? chance.pick(['when-flat', 'with-position']) : 'when-flat',
    defaultLeverage: rate(chance.pick([1, 3, 5, 20])),
    leverageMax: rate(chance.pick([20, 50, 125])),
    crossPolicy: chance.pick(['all-at-once', 'largest-first']),
    lossPolicy: chance.pick(['house-loss', 'auto-deleveraging', 'socialised-loss']),
    funding: chance.happens(0.5) ? funding : null,
    insuranceFund: money(chance.pick([0, 0, '0.00000001', 25, 10_000])),
    wipedBelow: money(chance.pick([0, 0, 1, 50])),
  }
}

/** A round for hostile players: any rules, two to six instruments, a written market or a wild feed. */
export function hostileConfig(chance: Chance): RoundConfig {
  const standard = standardConfig({
    id: roundId('r_audit'),
    scenario: 'normal',
    volatility: 10,
    marketMinutesPerTick: 30,
    ticks: 40 + chance.below(60),
    seatsMax: 8,
  })
  const { scenario, volatility } = standard.market
  return {
    ...standard,
    instruments: instrumentsOf(chance),
    rules: rulesOf(chance),
    market: chance.happens(0.75) ? { scenario, volatility, scripted: true } : { scenario, volatility },
    standingsEvery: 10,
  }
}
