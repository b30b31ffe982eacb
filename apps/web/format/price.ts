import { type Amount, amountOf } from './amount.ts'
import { LOCALE, withMinus } from './locale.ts'

const byDecimals = new Map<number, Intl.NumberFormat>()

function formatOf(decimals: number): Intl.NumberFormat {
  const known = byDecimals.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALE, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  byDecimals.set(decimals, made)
  return made
}

/** How many decimals the multiples of an increment have: 0.05 has two, 10 has none. */
export function decimalsOf(increment: Amount): number {
  const step = amountOf(increment)
  let decimals = 0
  while (decimals < 8 && Math.abs(step * 10 ** decimals - Math.round(step * 10 ** decimals)) > 1e-9)
    decimals++
  return decimals
}

/** A price or a quantity with exactly the decimals of its increment: `61,240.5`. */
export const onIncrement = (value: Amount, increment: Amount): string =>
  withMinus(formatOf(decimalsOf(increment)).format(amountOf(value)))
