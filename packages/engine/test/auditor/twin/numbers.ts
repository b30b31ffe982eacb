import Base from 'decimal.js'

/** Sixty significant digits, half to even, as RND-013 says of numbers. Shares nothing with the engine. */
export const Num = Base.clone({
  precision: 60,
  rounding: Base.ROUND_HALF_EVEN,
  toExpNeg: -9e15,
  toExpPos: 9e15,
})

/** A number of the twin: money in dollars, prices in dollars per unit, sizes in units. */
export type Num = Base

/** Nothing. */
export const NONE: Num = new Num(0)

/** What a player is given: down to a hundred-millionth. */
export const down = (value: Num): Num => value.toDecimalPlaces(8, Num.ROUND_FLOOR)

/** What a player must pay or have: up to a hundred-millionth. */
export const up = (value: Num): Num => value.toDecimalPlaces(8, Num.ROUND_CEIL)

/** The smaller of two. */
export const least = (a: Num, b: Num): Num => (a.lt(b) ? a : b)

/** The larger of two. */
export const most = (a: Num, b: Num): Num => (a.gt(b) ? a : b)
