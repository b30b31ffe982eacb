import {
  deriveTiers,
  type Instrument,
  instrumentId,
  type MarginMode,
  price,
  quantity,
  type Rules,
  rate,
} from '../../src/index.ts'
import { Scripted } from '../scripted.ts'

/** What an example needs of the round it is played in. */
export interface StageWishes {
  readonly mode: MarginMode
  readonly cash: string
  readonly leverage: string
  readonly maintenanceRate: string
  /** Opening prices by instrument. */
  readonly openings: Readonly<Record<string, string>>
  readonly rules?: Partial<Rules>
}

/** A round without fees for one example, with increments as fine as the sources print. */
export function stageOf({ mode, cash, leverage, maintenanceRate, openings, rules }: StageWishes): Scripted {
  const instruments = Object.entries(openings).map(
    ([id, openingPrice]): Instrument => ({
      id: instrumentId(id),
      name: id,
      class: 'MAJ1',
      openingPrice: price(openingPrice),
      priceIncrement: price('0.000001'),
      sizeIncrement: quantity('0.000000001'),
      quantityMax: quantity(1_000_000_000),
      tiers: deriveTiers([{ floor: 0, maintenanceRate }]),
    }),
  )
  return new Scripted({
    mode,
    cash,
    leverage,
    rules: { leverageMax: rate(125), ...rules },
    config: { instruments },
  })
}

/** An order in words for a signed size: `sell 2 A` for -2. */
export const trading = (signed: string, instrument: string): string =>
  signed.startsWith('-') ? `sell ${signed.slice(1)} ${instrument}` : `buy ${signed} ${instrument}`
