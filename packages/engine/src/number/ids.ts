/** The name of an instrument inside a round, for example `BTC`. */
export type InstrumentId = string & { readonly kind: 'instrument' }
/** A seat's public name inside a round, for example `s3`. It is not the player's identity. */
export type SeatId = string & { readonly kind: 'seat' }
/** An order's name inside a round, for example `o17`, in the order of placement. */
export type OrderId = string & { readonly kind: 'order' }
/** The name of a round, for example `r_9f3c…`. */
export type RoundId = string & { readonly kind: 'round' }

/** Ids begin with a letter: JavaScript would reorder keys that look like whole numbers. */
const ID = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/

const read = (kind: string, text: string): string => {
  if (!ID.test(text))
    throw new RangeError(`${kind} id must begin with a letter and hold letters, digits, - or _`)
  return text
}

/** Reads an instrument id, or throws a RangeError. */
export const instrumentId = (text: string): InstrumentId => read('instrument', text) as InstrumentId
/** Reads a seat id, or throws a RangeError. */
export const seatId = (text: string): SeatId => read('seat', text) as SeatId
/** Reads an order id, or throws a RangeError. */
export const orderId = (text: string): OrderId => read('order', text) as OrderId
/** Reads a round id, or throws a RangeError. */
export const roundId = (text: string): RoundId => read('round', text) as RoundId
