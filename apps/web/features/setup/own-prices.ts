import { INSTRUMENTS } from '@cascade/engine'
import { OPTION_BOUNDS } from '@cascade/protocol'
import { readPriceFile } from '@cascade/protocol/price-file'

/** The prices of one instrument, as far as a picture and two figures need them. */
export interface OwnLine {
  readonly instrument: string
  readonly priceIncrement: number
  /** Where it opens, then its mark of every tick. */
  readonly prices: readonly number[]
}

/** A file of prices that can be played, as plain data. */
export interface OwnPrices {
  readonly ok: true
  readonly ticks: number
  readonly minutesPerTick: number
  readonly lines: readonly OwnLine[]
}

/** What came of reading a file: its prices, or what is wrong with it in words that name row and column. */
export type OwnReading = OwnPrices | { readonly ok: false; readonly problems: readonly string[] }

/** Whether a file of so many bytes may be sent. */
export const isSmallEnough = (bytes: number): boolean => bytes <= OPTION_BOUNDS.priceFileBytes.max

/** Reads the text of a file of prices as the server will. Takes a second for the largest. */
export function readOwnPrices(text: string): OwnReading {
  const read = readPriceFile(text, { known: INSTRUMENTS, wanted: null })
  if (!read.ok) return read
  const { marks, minutesPerTick, instruments } = read.value
  return {
    ok: true,
    ticks: marks.length,
    minutesPerTick,
    lines: instruments.map(({ id, priceIncrement, openingPrice }, index) => ({
      instrument: id,
      priceIncrement: priceIncrement.toNumber(),
      prices: [openingPrice, ...marks.flatMap((tick) => tick[index] ?? [])].map((price) => price.toNumber()),
    })),
  }
}
