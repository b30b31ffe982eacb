import {
  exactLiquidationPriceOf,
  type Instrument,
  markOf,
  type Price,
  price,
  priceOnIncrement,
  type Round,
} from '../../../src/index.ts'
import type { Chance } from './chance.ts'
import type { Aim } from './margins.ts'

/** The next marks of a written market: walks, gaps, crashes, and the very prices somebody dreads. */
export function nextMarks(round: Round, chance: Chance, aim: Aim | null): readonly Price[] {
  const { instruments } = round.config
  if (aim) return marksWith(round, aim)
  const kind = chance.uniform()
  if (kind < 0.12) return marksWith(round, dreaded(round, chance))
  const chosen = chance.pick(instruments)
  const factor = kind < 0.16 ? 0.3 : chance.pick([3, 0.6, 1.6, 0.85, 1.15])
  if (kind < 0.17)
    return instruments.map((instrument) => times(round, instrument, chance.pick([0.3, 0.5, 1.7, 2])))
  if (kind < 0.19) return marksWith(round, { instrument: chosen.id, at: chosen.priceIncrement })
  if (kind < 0.3) return marksWith(round, { instrument: chosen.id, at: times(round, chosen, factor) })
  if (kind < 0.35) return marksWith(round, null)
  return instruments.map((instrument) => times(round, instrument, 0.98 + 0.04 * chance.uniform()))
}

const marksWith = (round: Round, aim: Aim | null): readonly Price[] =>
  round.config.instruments.map(({ id }) => (aim?.instrument === id ? aim.at : markOf(round, id)))

/** A moved mark; one that has strayed far from its opening is led back. */
function times(round: Round, instrument: Instrument, factor: number): Price {
  const mark = markOf(round, instrument.id)
  const { openingPrice, priceIncrement } = instrument
  const lost = mark.lt(openingPrice.div(50)) || mark.gt(openingPrice.times(50))
  const moved = priceOnIncrement(lost ? openingPrice : mark.times(factor.toFixed(6)), priceIncrement)
  return moved.gt(0) ? moved : priceIncrement
}

/** The mark at which somebody's position is liquidated, or an increment beside it. */
function dreaded(round: Round, chance: Chance): Aim | null {
  const held = [...round.accounts.values()].flatMap((account) =>
    [...account.positions.keys()].map((instrument) => ({ account, instrument })),
  )
  if (held.length === 0) return null
  const { account, instrument } = chance.pick(held)
  const exact = exactLiquidationPriceOf(round, account, instrument)
  const found = round.config.instruments.find(({ id }) => id === instrument)
  if (!exact || !found) return null
  const nearest = priceOnIncrement(exact, found.priceIncrement)
  const at = price(nearest.plus(found.priceIncrement.times(chance.below(3) - 1)))
  return at.gt(0) ? { instrument, at } : null
}
