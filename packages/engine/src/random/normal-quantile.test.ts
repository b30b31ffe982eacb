import { describe, expect, test } from 'vitest'
import { normalQuantile } from './normal-quantile.ts'

describe('the normal quantile', () => {
  test.each([
    [0.5, 0],
    [0.6, 0.2533471031357998],
    [0.75, 0.6744897501960817],
    [0.9, 1.2815515655446004],
    [0.925, 1.4395314709384559],
    [0.926, 1.446632067158978],
    [0.975, 1.9599639845400545],
    [0.999, 3.0902323061678132],
    [1 - 1 / 2 ** 20, 4.763001034267814],
    [1e-10, -6.361340902404056],
    [2 ** -54, -8.2923610758135],
  ])('of %f is %f', (u, x) => {
    expect(Math.abs(normalQuantile(u) - x)).toBeLessThan(2e-11)
  })

  test('is the same on both sides of one half', () => {
    for (let k = 1; k < 512; k += 1) expect(normalQuantile(k / 1024)).toBe(-normalQuantile(1 - k / 1024))
  })

  test('rises, also where the middle meets the tails', () => {
    let before = Number.NEGATIVE_INFINITY
    for (let k = 1; k < 4000; k += 1) {
      const here = normalQuantile(k / 4000)
      expect(here).toBeGreaterThan(before)
      before = here
    }
    expect(normalQuantile(0.925 + 1e-9)).toBeGreaterThan(normalQuantile(0.925 - 1e-9))
  })
})
