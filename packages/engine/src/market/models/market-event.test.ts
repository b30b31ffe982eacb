import { describe, expect, test } from 'vitest'
import { known } from '../../assert.ts'
import { seedFromText } from '../../random/seed.ts'
import { scenarioOf } from '../scenarios.ts'
import { marketEvent } from './market-event.ts'
import type { MarketSetting } from './model.ts'

const MINUTES = 2880

const setting = (id: string, text: string): MarketSetting => ({
  instruments: [],
  scenario: known(scenarioOf(id), 'the scenario exists'),
  seed: seedFromText(text),
  minutesPerTick: 1,
  minutes: MINUTES,
  volatility: 1,
})

const pathOf = (id: string, text: string) => {
  const event = marketEvent(setting(id, text))
  return Array.from({ length: MINUTES }, (_, minute) => event(minute))
}
const seeds = Array.from({ length: 40 }, (_, index) => `event ${index}`)
const percent = (log: number) => Math.exp(log) - 1

describe('the event of a scenario', () => {
  test('is nothing where nothing is planned', () => {
    for (const step of pathOf('normal', 'a')) expect(step).toEqual({ displacement: 0, unrest: 0 })
  })

  test('of a flash crash falls by 10–17 per cent within minutes and gives most of it back', () => {
    for (const text of seeds) {
      const path = pathOf('flash', text).map((step) => step.displacement)
      const bottom = path.indexOf(Math.min(...path))
      const top = path.lastIndexOf(0, bottom)
      expect(percent(path[bottom] ?? 0)).toBeGreaterThan(-0.171)
      expect(percent(path[bottom] ?? 0)).toBeLessThan(-0.095)
      expect(bottom - top).toBeLessThanOrEqual(13)
      expect((path[bottom + 35] ?? 0) / (path[bottom] ?? 1)).toBeGreaterThan(0.35)
      expect((path[bottom + 35] ?? 0) / (path[bottom] ?? 1)).toBeLessThan(0.5)
    }
  })

  test('of a black day ends between 36 and 56 per cent below its beginning', () => {
    for (const text of seeds) {
      const bottom = Math.min(...pathOf('black', text).map((step) => step.displacement))
      expect(percent(bottom)).toBeLessThan(-0.35)
      expect(percent(bottom)).toBeGreaterThan(-0.56)
    }
  })

  test('comes at a moment no one can tell, alone in the seed', () => {
    const moments = seeds.map((text) => pathOf('flash', text).findIndex((step) => step.displacement < 0))
    expect(new Set(moments).size).toBeGreaterThan(35)
    expect(Math.min(...moments)).toBeGreaterThan(0.2 * MINUTES - 1)
    expect(Math.max(...moments)).toBeLessThan(0.85 * MINUTES + 2)
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(0.5 * MINUTES)
  })

  test('stirs the market while it lasts, and some time after', () => {
    const path = pathOf('flash', 'a')
    const unrest = path.map((step) => step.unrest)
    const height = unrest.indexOf(Math.max(...unrest))
    expect(unrest[height]).toBeGreaterThan(7)
    expect(unrest[height + 60]).toBeLessThan(4)
    expect(unrest[0]).toBe(0)
  })
})
