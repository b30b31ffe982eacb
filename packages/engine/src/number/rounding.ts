import { Decimal } from './decimal.ts'
import { type Money, money, type Numeric, type Price, price, type Quantity, quantity } from './units.ts'

/**
 * Decimals of a stored amount of money: one unit of the ledger is a hundred-millionth of a simulated dollar.
 */
export const MONEY_DECIMALS = 8

/** One unit of the ledger, simulated dollars: less than this is what rounding an amount once can take. */
export const MONEY_UNIT: Money = money(new Decimal(10).pow(-MONEY_DECIMALS))

/** Rounds what a player is given: down, toward minus infinity, to the ledger's unit. */
export const credit = (amount: Decimal): Money =>
  money(amount.toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_FLOOR))

/** Rounds what a player must pay or have: up, toward plus infinity, to the ledger's unit. */
export const charge = (amount: Decimal): Money =>
  money(amount.toDecimalPlaces(MONEY_DECIMALS, Decimal.ROUND_CEIL))

/** Rounds a price to the nearest multiple of its increment, in simulated dollars per unit. */
export const priceOnIncrement = (value: Numeric, increment: Price): Price =>
  price(new Decimal(value).toNearest(increment, Decimal.ROUND_HALF_EVEN))

/** Rounds a price up to a multiple of its increment: a long's liquidation price is shown so. */
export const priceUp = (value: Decimal, increment: Price): Price =>
  price(value.toNearest(increment, Decimal.ROUND_CEIL))

/** Rounds a price down to a multiple of its increment: a short's liquidation price is shown so. */
export const priceDown = (value: Decimal, increment: Price): Price =>
  price(value.toNearest(increment, Decimal.ROUND_FLOOR))

/** Rounds a quantity down to a multiple of its increment, in units of the instrument. */
export const quantityDown = (value: Decimal, increment: Quantity): Quantity =>
  quantity(value.toNearest(increment, Decimal.ROUND_FLOOR))

/** Rounds a quantity up to a multiple of its increment, in units of the instrument. */
export const quantityUp = (value: Decimal, increment: Quantity): Quantity =>
  quantity(value.toNearest(increment, Decimal.ROUND_CEIL))

/** Whether a value is a whole multiple of an increment. */
export const isMultiple = (value: Decimal, increment: Decimal): boolean => value.mod(increment).isZero()
