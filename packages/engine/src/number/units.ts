import { Decimal } from './decimal.ts'

declare const unit: unique symbol

/** Money in simulated dollars. */
export type Money = Decimal & { readonly [unit]: 'money' }
/** Simulated dollars for one unit of an instrument. */
export type Price = Decimal & { readonly [unit]: 'price' }
/** Units of an instrument, never negative: what an order asks for. */
export type Quantity = Decimal & { readonly [unit]: 'quantity' }
/** Units of an instrument with a sign, positive when long: what a position holds. */
export type Size = Decimal & { readonly [unit]: 'size' }
/** A pure number: a fraction of a notional (0.005 is half a percent) or a leverage. */
export type Rate = Decimal & { readonly [unit]: 'rate' }

/** What can be read as a decimal number without loss. */
export type Numeric = Decimal | string | number

const read = (value: Numeric): Decimal => (value instanceof Decimal ? value : new Decimal(value))

/** Reads an amount of money in simulated dollars. */
export const money = (value: Numeric): Money => read(value) as Money
/** Reads a price in simulated dollars for one unit. */
export const price = (value: Numeric): Price => read(value) as Price
/** Reads an unsigned quantity in units of the instrument. */
export const quantity = (value: Numeric): Quantity => read(value) as Quantity
/** Reads a signed size in units of the instrument. */
export const size = (value: Numeric): Size => read(value) as Size
/** Reads a rate or a leverage, a pure number. */
export const rate = (value: Numeric): Rate => read(value) as Rate

/** No money. */
export const NO_MONEY: Money = money(0)

/** The value of a signed size at a price, in simulated dollars, with the size's sign. Exact. */
export const worth = (held: Size, at: Price): Money => held.times(at) as Money

/** The absolute value of a size at a price, in simulated dollars: the notional. Exact. */
export const notionalOf = (held: Size | Quantity, at: Price): Money => held.times(at).abs() as Money

/** The sum of two values of one unit. Exact. */
export const plus = <T extends Decimal>(a: T, b: T): T => a.plus(b) as T
/** The difference of two values of one unit. Exact. */
export const minus = <T extends Decimal>(a: T, b: T): T => a.minus(b) as T
/** The same value with the other sign. */
export const negated = <T extends Decimal>(value: T): T => value.negated() as T
/** The larger of two values of one unit. */
export const larger = <T extends Decimal>(a: T, b: T): T => (a.gte(b) ? a : b)
/** The smaller of two values of one unit. */
export const smaller = <T extends Decimal>(a: T, b: T): T => (a.lte(b) ? a : b)

/** How many units of the instrument a signed size is, whatever its side. */
export const quantityOf = (held: Size): Quantity => held.abs() as Decimal as Quantity

/** The sum of amounts of money, in simulated dollars. Exact. */
export const sum = (amounts: Iterable<Money>): Money => {
  let total: Decimal = NO_MONEY
  for (const amount of amounts) total = total.plus(amount)
  return total as Money
}
