/**
 * A market that has already happened: prices over the entry price, one per step. Falls by 17 percent, then
 * recovers.
 */
export const SAMPLE_PRICES: readonly number[] = [
  1, 1.006, 1.002, 1.011, 1.018, 1.012, 1.021, 1.016, 1.024, 1.019, 1.01, 1.014, 1.003, 0.994, 0.999, 0.987,
  0.972, 0.978, 0.963, 0.951, 0.957, 0.941, 0.928, 0.934, 0.915, 0.899, 0.906, 0.884, 0.862, 0.869, 0.848,
  0.831, 0.838, 0.849, 0.843, 0.861, 0.874, 0.868, 0.886, 0.901, 0.893, 0.912, 0.926, 0.919, 0.934, 0.947,
  0.941, 0.952,
]

/** The first step at which the market is at a line or below it, or null if it never is. */
export function firstBelow(line: number | null): number | null {
  if (line === null) return null
  const step = SAMPLE_PRICES.findIndex((price) => price <= line)
  return step === -1 ? null : step
}
