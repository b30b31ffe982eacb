/** The shares of markets that lie below each line of a fan. */
export const QUANTILE_SHARES = [0.05, 0.25, 0.5, 0.75, 0.95] as const

/** The 5th, 25th, 50th, 75th and 95th hundredth of some numbers. */
export type Quantiles = readonly [number, number, number, number, number]

/** The quantiles of numbers in any order, drawn between neighbours; of no numbers they are not a number. */
export function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (share: number): number => {
    const place = share * (sorted.length - 1)
    const low = sorted[Math.floor(place)] ?? Number.NaN
    const high = sorted[Math.ceil(place)] ?? low
    return low + (high - low) * (place - Math.floor(place))
  }
  const [a, b, c, d, e] = QUANTILE_SHARES
  return [at(a), at(b), at(c), at(d), at(e)]
}
