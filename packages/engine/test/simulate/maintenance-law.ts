import { INSTRUMENTS, type Instrument, type Money, maintenanceMargin, money } from '../../src/index.ts'
import type { Chance } from './chance.ts'
import { type LawReport, type LawRun, tryCases } from './law.ts'
import { hostileTiers } from './random-market.ts'

/** A unit of the ledger. */
const UNIT = '0.00000001'
const STRAY_NOTIONALS = 6

/** Maintenance has no step at a floor, never grows more slowly than before, and is less than the notional. */
export function checkMaintenance(run: LawRun): LawReport {
  const counts = { tables: 0, tiers: 0 }
  const failures = tryCases('maintenance', run, (chance) => {
    const instrument = randomTable(chance)
    counts.tables += 1
    counts.tiers += instrument.tiers.length
    return [...stepFaults(instrument), ...shapeFaults(chance, instrument)]
  })
  return { counts, failures }
}

function randomTable(chance: Chance): Instrument {
  const [instrument] = chance.some(INSTRUMENTS, 1)
  if (!instrument) throw new Error('the catalogue has instruments')
  return { ...instrument, tiers: hostileTiers(chance) }
}

/** From one unit of the ledger below a floor to the floor it grows by less than that unit. */
const stepFaults = (instrument: Instrument): readonly string[] =>
  instrument.tiers
    .filter(({ floor }) => floor.gt(0))
    .flatMap(({ floor }) => {
      const below = maintenanceMargin(instrument, money(floor.minus(UNIT)))
      const grown = maintenanceMargin(instrument, floor).minus(below)
      return grown.gte(0) && grown.lt(UNIT) ? [] : [`at ${floor} maintenance grows by ${grown}`]
    })

function shapeFaults(chance: Chance, instrument: Instrument): readonly string[] {
  const notionals = notionalsOf(chance, instrument).map((notional) => ({
    notional,
    maintenance: maintenanceMargin(instrument, notional),
  }))
  return notionals.flatMap((point, index) => {
    const [next, last] = [notionals[index + 1], notionals[index + 2]]
    const within = point.maintenance.gte(0) && point.maintenance.lte(point.notional)
    const outside = within ? [] : [`of ${point.notional} maintenance is ${point.maintenance}`]
    return next && last && isHollow(point, next, last)
      ? [...outside, `maintenance grows more slowly from ${next.notional} on`]
      : outside
  })
}

interface Point {
  readonly notional: Money
  readonly maintenance: Money
}

/** The middle lies above the straight line from first to last. */
const isHollow = (first: Point, middle: Point, last: Point): boolean =>
  middle.maintenance
    .minus(first.maintenance)
    .times(last.notional.minus(middle.notional))
    .gt(last.maintenance.minus(middle.maintenance).times(middle.notional.minus(first.notional)))

/** Nothing, every floor, and others, in rising order. */
const notionalsOf = (chance: Chance, { tiers }: Instrument): readonly Money[] =>
  [
    ...tiers.map(({ floor }) => floor),
    ...Array.from({ length: STRAY_NOTIONALS }, () => money(chance.magnitude(-2, 9))),
  ].sort((a, b) => a.cmp(b))
