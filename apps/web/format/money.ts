import { type Amount, amountOf } from './amount.ts'
import { LOCALE, withMinus } from './locale.ts'

const cents = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD' })
const signedCents = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  signDisplay: 'exceptZero',
})
const whole = new Intl.NumberFormat(LOCALE, { style: 'currency', currency: 'USD', maximumFractionDigits: 0 })
const signedWhole = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})
const compact = new Intl.NumberFormat(LOCALE, {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  // Node and browsers disagree on what is the least for dollars.
  minimumFractionDigits: 0,
  maximumFractionDigits: 1,
})

/** Simulated dollars with cents: `$1,234.50`. */
export const money = (amount: Amount): string => withMinus(cents.format(amountOf(amount)))

/** A gain or a loss, always with its sign: `+$12.30`, `−$4.00`, `$0.00`. */
export const signedMoney = (amount: Amount): string => withMinus(signedCents.format(amountOf(amount)))

/** Simulated dollars without cents: `$10,000`. */
export const wholeMoney = (amount: Amount): string => withMinus(whole.format(amountOf(amount)))

/** A gain or a loss without cents, always with its sign: `−$150`. */
export const signedWholeMoney = (amount: Amount): string => withMinus(signedWhole.format(amountOf(amount)))

/** Simulated dollars where there is little room: `$12.5K`. */
export const compactMoney = (amount: Amount): string => withMinus(compact.format(amountOf(amount)))
