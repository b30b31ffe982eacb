import { type Amount, amountOf } from './amount.ts'
import { LOCALE, withMinus } from './locale.ts'

const plain = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
})
const signed = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
})
const signedWhole = new Intl.NumberFormat(LOCALE, {
  style: 'percent',
  maximumFractionDigits: 0,
  signDisplay: 'exceptZero',
})
const fine = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 3 })
const whole = new Intl.NumberFormat(LOCALE, { style: 'percent', maximumFractionDigits: 0 })

/** A share with one decimal: 0.083 is `8.3%`. */
export const percent = (share: Amount): string => withMinus(plain.format(amountOf(share)))

/** A share as exact as a rate is: 0.0005 is `0.05%`. */
export const rate = (share: Amount): string => withMinus(fine.format(amountOf(share)))

/** A change, always with its sign: `+8.3%`, `−0.4%`. */
export const signedPercent = (share: Amount): string => withMinus(signed.format(amountOf(share)))

/** A share without decimals: `50%`. */
export const wholePercent = (share: Amount): string => withMinus(whole.format(amountOf(share)))

/** A change without decimals, always with its sign: `−15%`, `0%`. */
export const signedWholePercent = (share: Amount): string => withMinus(signedWhole.format(amountOf(share)))
