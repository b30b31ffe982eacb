import { describe, expect, test } from 'vitest'
import { known } from '../../assert.ts'
import { seedFromText } from '../../random/seed.ts'
import type { InstrumentClass } from '../instrument.ts'
import { INSTRUMENTS } from '../instruments.ts'
import { scenarioOf } from '../scenarios.ts'
import { eventDepths, marketEvent } from './market-event.ts'
import type { MarketSetting } from './model.ts'

const setting = (id: string, text: string, instruments = INSTRUMENTS): MarketSetting => {
  const scenario = known(scenarioOf(id), 'the scenario exists')
  return {
    instruments,
    scenario,
    seed: seedFromText(text),
    minutesPerTick: 1,
    minutes: scenario.days * 1440,
    volatility: 1,
  }
}

const stepsOf = (id: string, text: string, instruments = INSTRUMENTS) => {
  const made = setting(id, text, instruments)
  const event = marketEvent(made)
  return Array.from({ length: made.minutes }, (_, minute) => event(minute))
}

/** The event's part of the log price of the first instrument of a class. */
const pathOf = (id: string, text: string, of: InstrumentClass = 'MAJ1') => {
  const instruments = INSTRUMENTS.filter((instrument) => instrument.class === of).slice(0, 1)
  return stepsOf(id, text, instruments).map(({ pulls }) => pulls[0]?.displacement ?? Number.NaN)
}
const seeds = Array.from({ length: 20 }, (_, index) => `event ${index}`)
const percent = (log: number) => Math.exp(log) - 1

describe('the event of a scenario', () => {
  test('is nothing where nothing is planned', () => {
    for (const { unrest, pulls } of stepsOf('normal', 'a')) {
      expect(unrest).toBe(0)
      for (const pull of pulls) expect(pull).toEqual({ displacement: 0, unrest: 0 })
    }
  })

  test('of a flash crash falls by 10–17 per cent within minutes and gives most of it back', () => {
    for (const text of seeds) {
      const path = pathOf('flash', text)
      const bottom = path.indexOf(Math.min(...path))
      const top = path.lastIndexOf(0, bottom)
      const back = percent(path[bottom + 35] ?? 0) / percent(path[bottom] ?? 1)
      expect(percent(path[bottom] ?? 0)).toBeGreaterThan(-0.171)
      expect(percent(path[bottom] ?? 0)).toBeLessThan(-0.095)
      expect(bottom - top).toBeLessThanOrEqual(13)
      expect(back).toBeGreaterThan(0.4)
      expect(back).toBeLessThan(0.5)
    }
  })

  test.each<[InstrumentClass, number]>([
    ['MAJ1', 1],
    ['MEME', 1.5],
    ['STBL', 0],
  ])('of the whole market is taken by %s %d times', (of, beta) => {
    const bitcoin = Math.min(...pathOf('flash', 'a'))
    expect(Math.min(...pathOf('flash', 'a', of))).toBeCloseTo(bitcoin * beta, 10)
  })

  test('of a black day ends between 36 and 52 per cent below its beginning', () => {
    for (const text of seeds) {
      const bottom = percent(Math.min(...pathOf('black', text)))
      expect(bottom).toBeLessThan(-0.36)
      expect(bottom).toBeGreaterThan(-0.525)
    }
  })

  test.each<[string, InstrumentClass, number, number]>([
    ['squeeze', 'ALT1', 1.18, 1.35],
    ['meme', 'MEME', 2.2, 5.5],
  ])('of a %s lifts %s alone', (id, of, least, most) => {
    for (const text of seeds.slice(0, 6)) {
      const high = Math.exp(Math.max(...pathOf(id, text, of)))
      expect(high).toBeGreaterThan(least - 0.01)
      expect(high).toBeLessThan(most + 0.01)
      expect(pathOf(id, text).every((displacement) => displacement === 0)).toBe(true)
    }
  })

  test('of a broken peg is healed or is not, as the seed has it', () => {
    const ends = Array.from({ length: 60 }, (_, index) => {
      const path = pathOf('depeg', `peg ${index}`, 'STBL')
      return percent(path.at(-1) ?? 0) / percent(Math.min(...path))
    })
    const failed = ends.filter((left) => left > 0.9).length
    expect(failed).toBeGreaterThan(5)
    expect(failed).toBeLessThan(20)
  })

  test('of a choppy market may go either way, and is undone', () => {
    const firsts = seeds.map((text) => pathOf('choppy', text).find((displacement) => displacement !== 0) ?? 0)
    expect(firsts.some((displacement) => displacement > 0)).toBe(true)
    expect(firsts.some((displacement) => displacement < 0)).toBe(true)
  })

  test('comes at a moment no one can tell, alone in the seed', () => {
    const minutes = setting('flash', '').minutes
    const moments = seeds.map((text) => pathOf('flash', text).findIndex((displacement) => displacement < 0))
    expect(new Set(moments).size).toBeGreaterThan(16)
    expect(Math.min(...moments)).toBeGreaterThan(0.2 * minutes - 1)
    expect(Math.max(...moments)).toBeLessThan(0.85 * minutes + 2)
    expect(Math.max(...moments) - Math.min(...moments)).toBeGreaterThan(0.5 * minutes)
  })

  test('stirs the market while it lasts, and some time after', () => {
    const unrest = stepsOf('flash', 'a').map((step) => step.unrest)
    const height = unrest.indexOf(Math.max(...unrest))
    expect(unrest[height]).toBeGreaterThan(7)
    expect(unrest[height + 60]).toBeLessThan(4)
    expect(unrest[0]).toBe(0)
  })

  test('that is about one class stirs that class alone', () => {
    const steps = stepsOf('meme', 'a')
    const stirred = new Set(
      steps.flatMap(({ pulls }) =>
        INSTRUMENTS.filter((_, index) => (pulls[index]?.unrest ?? 0) > 0).map(
          (instrument) => instrument.class,
        ),
      ),
    )
    expect([...stirred]).toEqual(['MEME'])
    expect(steps.every((step) => step.unrest === 0)).toBe(true)
  })
})

test('IMP-015 where liquidations may bring the rest, an event brings half of its move', () => {
  const minutes = Array.from({ length: 2 * 1440 }, (_, minute) => minute)
  const lowest = (eventShare: number): number => {
    const event = marketEvent({ ...setting('flash', 'half', INSTRUMENTS.slice(0, 1)), eventShare })
    return Math.min(...minutes.map((minute) => event(minute).pulls[0]?.displacement ?? 0))
  }
  expect(lowest(1)).toBeLessThan(-0.1)
  expect(lowest(0.5) / lowest(1)).toBeCloseTo(0.5, 2)
})

test('IMP-008 an event thins the market while it runs and for some time after', () => {
  const made = setting('flash', 'thin', INSTRUMENTS.slice(0, 1))
  const depths = eventDepths(made)
  const thin = Array.from({ length: made.minutes }, (_, minute) => depths(minute)[0]).filter(
    (depth) => depth !== 1,
  )
  expect(new Set(thin)).toEqual(new Set([0.06]))
  expect(thin.length).toBeGreaterThanOrEqual(30)
  expect(thin.length).toBeLessThanOrEqual(38)
})
