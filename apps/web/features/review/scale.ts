/** The values a panel shows, from its lowest line to its highest. */
export interface Span {
  readonly low: number
  readonly high: number
}

/** Units of the panels' drawings; they are stretched to whatever room there is. */
export const WIDTH = 1000
export const HEIGHT = 100

const MARGIN = 0.08

/** The span of some series together, with a little air above and below. */
export function spanOf(series: readonly (readonly number[])[]): Span {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const values of series) {
    for (const value of values) {
      low = Math.min(low, value)
      high = Math.max(high, value)
    }
  }
  if (low > high) return { low: 0, high: 1 }
  const air = (high - low || Math.abs(high) || 1) * MARGIN
  return { low: low - air, high: high + air }
}

/** How far down a value lies in its panel, from 0 at the top to 1 at the bottom. */
export const depthOf = (value: number, { low, high }: Span): number =>
  Math.min(1, Math.max(0, (high - value) / (high - low)))

/** How far along a point lies, from 0 at the first to 1 at the last. */
export const alongOf = (index: number, count: number): number => (count > 1 ? index / (count - 1) : 0)

/** A series as a line in the panel's units. */
export const pathOf = (values: readonly number[], span: Span): string =>
  values
    .map((value, index) => {
      const x = (alongOf(index, values.length) * WIDTH).toFixed(1)
      const y = (depthOf(value, span) * HEIGHT).toFixed(2)
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`
    })
    .join('')

/** Values as at most so many bars: neighbours are added up, so that nothing is lost. */
export function barsOf(values: readonly number[], most: number): readonly number[] {
  const size = Math.max(1, Math.ceil(values.length / most))
  const bars: number[] = []
  for (const [index, value] of values.entries()) {
    const bar = Math.floor(index / size)
    bars[bar] = (bars[bar] ?? 0) + value
  }
  return bars
}
