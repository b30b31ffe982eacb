import { describe, expect, test } from 'vitest'
import { dayClock } from './day-clock.ts'

const day = Array.from({ length: 1440 }, (_, minute) => dayClock(minute))

describe("the market's day", () => {
  test('adds no volatility of its own', () => {
    const meanSquare = day.reduce((sum, at) => sum + at * at, 0) / day.length
    expect(Math.abs(meanSquare - 1)).toBeLessThan(0.02)
  })

  test('is quiet before dawn and restless in the afternoon', () => {
    expect(Math.min(...day)).toBe(dayClock(6 * 60))
    expect(Math.max(...day)).toBe(dayClock(14 * 60))
    expect(Math.max(...day) / Math.min(...day)).toBeCloseTo(1.59 / 0.74)
  })

  test('comes back every day and has no step at midnight', () => {
    expect(dayClock(1440 * 5 + 77)).toBe(dayClock(77))
    expect(Math.abs(dayClock(1439.99) - dayClock(1440))).toBeLessThan(0.001)
  })
})
