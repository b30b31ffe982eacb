import { type Amount, amountOf } from './amount.ts'
import { LOCALE, withMinus } from './locale.ts'

const plain = new Intl.NumberFormat(LOCALE, { maximumFractionDigits: 2 })

/** A bare number with at most two decimals: `1,250`, `2.5`. */
export const number = (value: Amount): string => withMinus(plain.format(amountOf(value)))

const tenths = new Intl.NumberFormat(LOCALE, { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A number with one decimal, so that it keeps its width while it changes: `0.0`, `12.5`. */
export const oneDecimal = (value: Amount): string => withMinus(tenths.format(amountOf(value)))

/** A leverage: `5×`. */
export const leverage = (value: Amount): string => `${number(value)}\u00d7`
