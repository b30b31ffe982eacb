import { type Instrument, price, quantity } from '@cascade/engine'
import { askedPrice, askedQuantity, instrumentName } from '@cascade/protocol'
import { z } from 'zod'
import { CATALOGUE, catalogued } from '../catalogue.ts'
import { asked, positive } from '../numbers.ts'
import { flatTable, tierTable } from '../tier-table.ts'

const positivePrice = asked(askedPrice).refine((value) => value.gt(0), 'must be above zero')
const positiveQuantity = asked(askedQuantity).refine((value) => value.gt(0), 'must be above zero')

const given = z.strictObject({
  id: instrumentName,
  openingPrice: positivePrice.exactOptional(),
  priceIncrement: positivePrice.exactOptional(),
  /** Finer than what can be ordered, so that the size of a forced close can be seen exactly. */
  sizeIncrement: positive.transform(quantity).exactOptional(),
  quantityMax: positiveQuantity.exactOptional(),
  tiers: tierTable.exactOptional(),
  maintenanceRate: flatTable.exactOptional(),
})

/** An instrument of a script: a name of the catalogue alone, or what is to be different from it. */
export const instrumentSchema = z
  .preprocess((value) => (typeof value === 'string' ? { id: value } : value), given)
  .transform((wanted, context): Instrument => {
    const instrument = complete(wanted)
    if (instrument === null) {
      const message = `is not one of ${CATALOGUE}: give an openingPrice and a maintenanceRate`
      context.addIssue({ code: 'custom', message })
      return z.NEVER
    }
    if (!instrument.openingPrice.mod(instrument.priceIncrement).isZero()) {
      const increment = instrument.priceIncrement.toFixed()
      const message = `must be a whole multiple of ${increment}, the price increment`
      context.addIssue({ code: 'custom', path: ['openingPrice'], message })
    }
    return instrument
  })

function complete({ id, maintenanceRate, ...wanted }: z.output<typeof given>): Instrument | null {
  const known = catalogued(id)
  const openingPrice = wanted.openingPrice ?? known?.openingPrice
  const tiers = wanted.tiers ?? maintenanceRate ?? known?.tiers
  if (!openingPrice || !tiers) return null
  return {
    id,
    name: known?.name ?? id,
    class: known?.class ?? 'MAJ1',
    openingPrice,
    priceIncrement: wanted.priceIncrement ?? known?.priceIncrement ?? price('0.01'),
    sizeIncrement: wanted.sizeIncrement ?? known?.sizeIncrement ?? quantity('0.001'),
    quantityMax: wanted.quantityMax ?? known?.quantityMax ?? quantity(1_000_000_000),
    tiers,
  }
}
