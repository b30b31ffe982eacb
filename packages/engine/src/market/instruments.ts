import { instrumentId } from '../number/ids.ts'
import { price, quantity } from '../number/units.ts'
import type { Instrument, InstrumentClass } from './instrument.ts'
import { deriveTiers, type TierRow } from './tiers.ts'

const MAJOR_TIERS: readonly TierRow[] = [
  { floor: 0, maintenanceRate: '0.005' },
  { floor: 250_000, maintenanceRate: '0.01' },
  { floor: 1_000_000, maintenanceRate: '0.025' },
  { floor: 5_000_000, maintenanceRate: '0.05' },
  { floor: 20_000_000, maintenanceRate: '0.1' },
]
const COIN_TIERS: readonly TierRow[] = [
  { floor: 0, maintenanceRate: '0.01' },
  { floor: 50_000, maintenanceRate: '0.02' },
  { floor: 250_000, maintenanceRate: '0.05' },
  { floor: 1_000_000, maintenanceRate: '0.1' },
  { floor: 5_000_000, maintenanceRate: '0.15' },
]
const MEME_TIERS: readonly TierRow[] = [
  { floor: 0, maintenanceRate: '0.015' },
  { floor: 25_000, maintenanceRate: '0.025' },
  { floor: 100_000, maintenanceRate: '0.05' },
  { floor: 500_000, maintenanceRate: '0.125' },
]
const TIERS: Readonly<Record<InstrumentClass, readonly TierRow[]>> = {
  MAJ1: MAJOR_TIERS,
  MAJ2: MAJOR_TIERS,
  ALT1: COIN_TIERS,
  ALT2: COIN_TIERS,
  MEME: MEME_TIERS,
  STBL: MAJOR_TIERS,
}

interface Row {
  readonly name: string
  readonly class: InstrumentClass
  readonly opens: number
  readonly priceIncrement: string
  readonly sizeIncrement: string
  readonly quantityMax: number
}

const row = (id: string, given: Row): Instrument => ({
  id: instrumentId(id),
  name: given.name,
  class: given.class,
  openingPrice: price(given.opens),
  priceIncrement: price(given.priceIncrement),
  sizeIncrement: quantity(given.sizeIncrement),
  quantityMax: quantity(given.quantityMax),
  tiers: deriveTiers(TIERS[given.class]),
})

/** Every instrument a round can trade. The prices are where the game begins, not what anything costs. */
export const INSTRUMENTS: readonly Instrument[] = [
  row('BTC', {
    name: 'Bitcoin',
    class: 'MAJ1',
    opens: 64_000,
    priceIncrement: '0.1',
    sizeIncrement: '0.0001',
    quantityMax: 1_000,
  }),
  row('ETH', {
    name: 'Ethereum',
    class: 'MAJ2',
    opens: 3_200,
    priceIncrement: '0.01',
    sizeIncrement: '0.001',
    quantityMax: 15_000,
  }),
  row('SOL', {
    name: 'Solana',
    class: 'ALT1',
    opens: 148,
    priceIncrement: '0.01',
    sizeIncrement: '0.01',
    quantityMax: 100_000,
  }),
  row('XRP', {
    name: 'XRP',
    class: 'ALT2',
    opens: 0.52,
    priceIncrement: '0.00001',
    sizeIncrement: '1',
    quantityMax: 20_000_000,
  }),
  row('DOGE', {
    name: 'Dogecoin',
    class: 'MEME',
    opens: 0.14,
    priceIncrement: '0.00001',
    sizeIncrement: '1',
    quantityMax: 20_000_000,
  }),
  row('ADA', {
    name: 'Cardano',
    class: 'ALT2',
    opens: 0.45,
    priceIncrement: '0.00001',
    sizeIncrement: '1',
    quantityMax: 20_000_000,
  }),
  row('AVAX', {
    name: 'Avalanche',
    class: 'ALT1',
    opens: 28,
    priceIncrement: '0.001',
    sizeIncrement: '0.1',
    quantityMax: 300_000,
  }),
  row('USDX', {
    name: 'Dollar token',
    class: 'STBL',
    opens: 1,
    priceIncrement: '0.00001',
    sizeIncrement: '1',
    quantityMax: 20_000_000,
  }),
]
