import { assert } from '../assert.ts'
import type { Instrument } from './instrument.ts'
import { INSTRUMENTS } from './instruments.ts'
import type { Scenario } from './scenario.ts'
import { scenarioProblems } from './scenario-problems.ts'
import { EVENTFUL_SCENARIOS } from './scenarios-eventful.ts'
import { USUAL_SCENARIOS } from './scenarios-usual.ts'

/** Every kind of market a round can play. */
export const SCENARIOS: readonly Scenario[] = checked([...USUAL_SCENARIOS, ...EVENTFUL_SCENARIOS])

/** The scenarios as they are, or a Fault that names the field which cannot be played. */
export function checked(scenarios: readonly Scenario[]): readonly Scenario[] {
  const ids = scenarios.map(({ id }) => id)
  for (const scenario of scenarios) {
    const problems = scenarioProblems(scenario)
    assert(problems.length === 0, `scenario ${scenario.id} can be played (${problems.join('; ')})`)
    assert(ids.indexOf(scenario.id) === ids.lastIndexOf(scenario.id), `there is one scenario ${scenario.id}`)
  }
  return scenarios
}

/** The scenario of an id, if there is one. */
export const scenarioOf = (id: string): Scenario | undefined => SCENARIOS.find((each) => each.id === id)

const FIRST = 3

/**
 * What is traded where nobody chooses: the first instruments of the catalogue, and one of each class that the
 * scenario's event is about and that would be missing.
 */
export function usualInstruments(scenario: string): readonly Instrument[] {
  const first = INSTRUMENTS.slice(0, FIRST)
  const touched = new Set(scenarioOf(scenario)?.event?.legs.map(({ takenBy }) => Object.keys(takenBy ?? {})))
  const absent = [...new Set([...touched].flat())].filter(
    (name) => !first.some((held) => held.class === name),
  )
  return [...first, ...INSTRUMENTS.filter((held, index) => absent.includes(held.class) && isFirst(index))]
}

/** Whether no instrument before it in the catalogue is of the same class. */
const isFirst = (index: number): boolean =>
  INSTRUMENTS.findIndex((other) => other.class === INSTRUMENTS[index]?.class) === index
