import { expect, test } from 'vitest'
import { known } from '../assert.ts'
import type { EventLeg, Scenario } from './scenario.ts'
import { scenarioProblems } from './scenario-problems.ts'
import { SCENARIOS, scenarioOf } from './scenarios.ts'

const flash = known(scenarioOf('flash'), 'there is a flash crash')
const event = known(flash.event, 'something happens in a flash crash')
const withLeg = (change: Partial<EventLeg>): Scenario => ({
  ...flash,
  event: { ...event, legs: event.legs.map((leg) => ({ ...leg, ...change })) },
})
const range = (from: number, to: number) => ({ from, to })

test.each(SCENARIOS)('the scenario $id can be played', (scenario) => {
  expect(scenarioProblems(scenario)).toEqual([])
})

test.each<[string, Scenario]>([
  ['id', { ...flash, id: 'Flash crash' }],
  ['title', { ...flash, title: ' ' }],
  ['text', { ...flash, text: '' }],
  ['expect', { ...flash, expect: '' }],
  ['days', { ...flash, days: 100 }],
  ['volatility', { ...flash, volatility: 0 }],
  ['jumps', { ...flash, jumps: -1 }],
  ['driftPerDay', { ...flash, driftPerDay: 0.5 }],
  ['anchor.minutes', { ...flash, anchor: { minutes: 0, side: 'both' } }],
  ['event', { ...flash, jumps: 0, model: 'random-walk' }],
  ['event.moment', { ...flash, event: { ...event, moment: range(0.8, 0.2) } }],
  ['event.legs', { ...flash, event: { ...event, legs: [] } }],
  ['event.legs[0].after', withLeg({ after: range(0, 0.2) })],
  ['event.legs[0].move', withLeg({ move: range(-1.2, -0.1) })],
  ['event.legs[0].move', withLeg({ move: range(-0.1, 0.1) })],
  ['event.legs[0].minutes', withLeg({ minutes: range(0, 5) })],
  ['event.legs[0].givenBack', withLeg({ givenBack: range(0.5, 1.5) })],
  ['event.legs[0].givenBackMinutes', withLeg({ givenBackMinutes: 0 })],
  ['event.legs[0].failing', withLeg({ failing: 2 })],
  ['event.legs[0].takenBy', withLeg({ takenBy: {} })],
  ['event.legs[0].takenBy.STBL', withLeg({ takenBy: { STBL: -1 } })],
])('a scenario with a wrong %s is refused by that name', (field, scenario) => {
  expect(scenarioProblems(scenario).map((problem) => problem.split(': ')[0])).toEqual([field])
})
