/** The mean of numbers. */
export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length

/** The middle one of numbers in order. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

/** The correlation of two series of one length. */
export function correlation(a: readonly number[], b: readonly number[]): number {
  const [meanA, meanB] = [mean(a), mean(b)]
  const product = mean(a.map((each, index) => (each - meanA) * ((b[index] ?? meanB) - meanB)))
  return product / Math.sqrt(spread(a) * spread(b))
}

/** The correlation of a series with itself so many places later. */
export const autocorrelation = (series: readonly number[], lag: number): number =>
  correlation(series.slice(0, -lag), series.slice(lag))

/** The fourth moment over the squared variance, less the three of a normal distribution. */
export function excessKurtosis(series: readonly number[]): number {
  const middle = mean(series)
  return mean(series.map((each) => (each - middle) ** 4)) / spread(series) ** 2 - 3
}

/** The variance of a series. */
export function spread(series: readonly number[]): number {
  const middle = mean(series)
  return mean(series.map((each) => (each - middle) ** 2))
}
