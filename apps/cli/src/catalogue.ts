import { INSTRUMENTS, type Instrument, type InstrumentId } from '@cascade/engine'

/** An instrument that a round can be opened with by its name alone. */
export const catalogued = (id: InstrumentId): Instrument | undefined =>
  INSTRUMENTS.find((instrument) => instrument.id === id)

/** The names in the catalogue, for the sentence that says that one is not there. */
export const CATALOGUE = INSTRUMENTS.map(({ id }) => id).join(', ')
