import { known } from '../assert.ts'
import { instrumentOf, markOf } from '../margin/bucket.ts'
import { within } from '../market/impact/book.ts'
import { priceFactor, traded } from '../market/impact/impact.ts'
import { volumeOf } from '../market/impact/trade.ts'
import { type Decimal, ZERO } from '../number/decimal.ts'
import type { InstrumentId } from '../number/ids.ts'
import { priceOnIncrement } from '../number/rounding.ts'
import { type Price, size } from '../number/units.ts'
import type { Round } from '../state.ts'

/**
 * The price at which the bell closes every position in an instrument, simulated dollars per unit: the mark.
 * Where trades move prices, the average at which all of them together would be closed as one order, so that
 * nobody gains by having pushed the last mark.
 */
export function bellPrice(round: Round, id: InstrumentId): Price {
  const told = round.impacts.get(id)
  if (!told) return markOf(round, id)
  const { live } = known(round.secret?.books.get(id), 'the whole round knows its books')
  const volume = volumeOf(round.config, id, size(heldByAll(round, id).negated()))
  const raw = told.base.times(priceFactor(traded(live.impact, volume).displacement))
  return within(priceOnIncrement(raw, instrumentOf(round, id).priceIncrement), told)
}

/** Units that all accounts hold together, positive when they are long. */
function heldByAll({ accounts }: Round, id: InstrumentId): Decimal {
  let total: Decimal = ZERO
  for (const { positions } of accounts.values()) total = total.plus(positions.get(id)?.size ?? 0)
  return total
}
