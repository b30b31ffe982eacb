/**
 * Volatility in each hour of the market's day as a multiple of the day's: quiet at dawn, restless when half
 * the world is awake.
 */
const HOURS = [
  1.08, 1.02, 0.94, 0.86, 0.8, 0.76, 0.74, 0.8, 0.88, 0.88, 0.84, 0.86, 1, 1.34, 1.59, 1.46, 1.25, 1.1, 1,
  0.96, 0.94, 0.9, 0.88, 0.92,
] as const
const HOUR = 60
const DAY = 24 * HOUR

/**
 * The root of the hours' mean square, by which they are divided, so that the clock adds no volatility of its
 * own.
 */
const USUAL = Math.sqrt(HOURS.reduce((sum, hour) => sum + hour * hour, 0) / HOURS.length)

/** Volatility at a market minute since midnight of the first day, as a multiple of the day's. */
export function dayClock(minute: number): number {
  const hours = (minute % DAY) / HOUR
  const hour = Math.floor(hours)
  const here = HOURS[hour] ?? USUAL
  const next = HOURS[(hour + 1) % 24] ?? USUAL
  return (here + (next - here) * (hours - hour)) / USUAL
}
