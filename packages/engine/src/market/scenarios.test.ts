import { describe, expect, test } from 'vitest'
import { SCENARIOS, scenarioOf } from './scenarios.ts'

describe('the scenarios', () => {
  test('are found by id', () => {
    for (const scenario of SCENARIOS) expect(scenarioOf(scenario.id)).toBe(scenario)
    expect(scenarioOf('nowhere')).toBeUndefined()
  })

  test('have one id each, and words', () => {
    expect(new Set(SCENARIOS.map((each) => each.id)).size).toBe(SCENARIOS.length)
    for (const { title, text } of SCENARIOS) expect(title.length * text.length).toBeGreaterThan(0)
  })

  test('rise in restlessness from calm to wild', () => {
    const of = (id: string) => scenarioOf(id)?.volatility ?? 0
    expect(of('calm')).toBeLessThan(of('normal'))
    expect(of('normal')).toBeLessThan(of('wild'))
  })

  test('draw their events inside the round, from ranges that are ranges', () => {
    for (const { event } of SCENARIOS) {
      if (event === null) continue
      expect(event.moment.from).toBeGreaterThan(0)
      expect(event.moment.to).toBeLessThan(1)
      for (const { after, move, minutes } of event.legs) {
        for (const range of [event.moment, after, move, minutes])
          expect(range.from).toBeLessThanOrEqual(range.to)
        expect(event.moment.to + after.to).toBeLessThan(0.9)
        expect(move.from).toBeGreaterThan(-1)
        expect(minutes.from).toBeGreaterThan(0)
      }
    }
  })
})
