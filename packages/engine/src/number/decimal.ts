import Base from 'decimal.js'

/**
 * Our own clone of decimal.js: 60 significant digits, so that products of two stored amounts (8 + 8 decimals)
 * are exact. The library's default of 20 digits is not, and a shared constructor could be reconfigured by
 * anyone.
 */
export const Decimal = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

/** An arbitrary-precision decimal number of this engine. */
export type Decimal = Base

/** Zero, shared. */
export const ZERO: Decimal = new Decimal(0)

/** One, shared. */
export const ONE: Decimal = new Decimal(1)
