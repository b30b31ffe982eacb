import type { InstrumentId } from '../../number/ids.ts'
import type { Seed } from '../../random/seed.ts'
import type { Instrument } from '../instrument.ts'
import type { ImpactBook } from './book.ts'
import { type ImpactConfig, openBook } from './setting.ts'

/** The books of a round in which nobody has traded yet; none where trades move no price. */
export function openBooks(
  config: ImpactConfig & { readonly instruments: readonly Instrument[] },
  key: Seed,
): ReadonlyMap<InstrumentId, ImpactBook> {
  const moving = config.market.impact ? config.instruments : []
  return new Map(moving.map((instrument) => [instrument.id, openBook(config, instrument, key)]))
}
