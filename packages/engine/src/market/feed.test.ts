import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Fault } from '../assert.ts'
import { isMultiple } from '../number/rounding.ts'
import { seedFromText } from '../random/seed.ts'
import { type FeedConfig, type FeedState, openFeed, stepFeed } from './feed.ts'
import { INSTRUMENTS } from './instruments.ts'
import { SCENARIOS } from './scenarios.ts'

const config = (scenario = 'normal', volatility = 1): FeedConfig => ({
  instruments: INSTRUMENTS.slice(0, 3),
  clock: { ticks: 600, marketMinutesPerTick: 2 },
  market: { scenario, volatility },
})
const seed = seedFromText('feed')

/** The marks of so many ticks after a state, as text. */
function marksFrom(on: FeedConfig, from: FeedState, ticks: number): string[] {
  const marks: string[] = []
  let state = from
  while (marks.length < ticks) {
    const step = stepFeed(on, seed, state)
    marks.push(step.marks.map((mark) => mark.toFixed()).join(' '))
    state = step.state
  }
  return marks
}

describe('a feed', () => {
  test.each(SCENARIOS)(
    'of $id takes the same steps again, also from a state that was written down',
    ({ id }) => {
      const on = config(id)
      const opened = openFeed(on, seed)
      const first = stepFeed(on, seed, opened).state
      const read: FeedState = JSON.parse(JSON.stringify(first))
      expect(marksFrom(config(id), read, 40)).toEqual(marksFrom(on, first, 40))
      expect(openFeed(config(id), seed)).toEqual(opened)
    },
  )

  test('leaves the state it was given as it was', () => {
    const on = config()
    const state = stepFeed(on, seed, openFeed(on, seed)).state
    const before = JSON.stringify(state)
    stepFeed(on, seed, state)
    expect(JSON.stringify(state)).toBe(before)
  })

  test('counts ticks and gives each instrument a mark and a volume', () => {
    const on = config()
    const step = stepFeed(on, seed, openFeed(on, seed))
    expect(step.state.tick).toBe(1)
    expect(step.marks).toHaveLength(3)
    expect(step.volumes).toHaveLength(3)
    for (const volume of step.volumes) expect(volume).toBeGreaterThan(0)
  })

  test('moves from its opening prices by no more than a tick can', () => {
    const on = config()
    for (const [index, mark] of stepFeed(on, seed, openFeed(on, seed)).marks.entries()) {
      const opening = INSTRUMENTS[index]?.openingPrice.toNumber() ?? 0
      expect(Math.abs(mark.toNumber() / opening - 1)).toBeLessThan(0.05)
    }
  })

  test('follows the seed, also when one configuration is played with two', () => {
    const on = config()
    const play = (text: string) => {
      const own = seedFromText(text)
      return stepFeed(on, own, openFeed(on, own)).marks.map((mark) => mark.toFixed())
    }
    const [a, b, again] = [play('a'), play('b'), play('a')]
    expect(a).not.toEqual(b)
    expect(again).toEqual(a)
  })

  test('gives an instrument the same path whoever trades beside it', () => {
    const all = config()
    const alone: FeedConfig = { ...all, instruments: INSTRUMENTS.slice(2, 3) }
    const third = marksFrom(all, openFeed(all, seed), 50).map((marks) => marks.split(' ')[2])
    expect(marksFrom(alone, openFeed(alone, seed), 50)).toEqual(third)
  })

  test('marks are positive multiples of the price increment, however wild the market', () => {
    const playable = fc.record({
      scenario: fc.constantFrom(...SCENARIOS.map((each) => each.id)),
      volatility: fc.constantFrom(0.1, 1, 5, 20),
      minutes: fc.constantFrom(0.25, 1.4, 5),
      text: fc.string(),
    })
    fc.assert(
      fc.property(playable, ({ scenario, volatility, minutes, text }) => {
        const on: FeedConfig = {
          instruments: INSTRUMENTS,
          clock: { ticks: 100, marketMinutesPerTick: minutes },
          market: { scenario, volatility },
        }
        const own = seedFromText(text)
        let state = openFeed(on, own)
        while (state.tick < 100) {
          const step = stepFeed(on, own, state)
          state = step.state
          for (const [index, mark] of step.marks.entries()) {
            const increment = INSTRUMENTS[index]?.priceIncrement
            if (increment === undefined || !mark.gt(0) || !isMultiple(mark, increment)) return false
          }
        }
        return state.values.every(Number.isFinite)
      }),
      { numRuns: 40 },
    )
  })

  test('is not stepped by another model, nor from a state with a value too few or too many', () => {
    const on = config()
    const { state } = stepFeed(on, seed, openFeed(on, seed))
    expect(() => stepFeed(config('plain'), seed, state)).toThrow(Fault)
    expect(() => stepFeed(on, seed, { ...state, values: state.values.slice(1) })).toThrow(Fault)
    expect(() => stepFeed(on, seed, { ...state, values: [...state.values, 0] })).toThrow(Fault)
  })

  test('is not opened on a scenario that does not exist, or for a market that stands still', () => {
    expect(() => openFeed(config('nowhere'), seed)).toThrow(Fault)
    expect(() => openFeed(config('normal', 0), seed)).toThrow(Fault)
  })
})
