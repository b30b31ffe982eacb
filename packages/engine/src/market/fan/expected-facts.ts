import type { InstrumentClass } from '../instrument.ts'
import type { Range } from '../scenario.ts'
import type { Look, PathFacts } from './path-facts.ts'

/** A figure of one class, and the range in which its median over many seeds should lie. */
export interface ExpectedFact extends Range {
  readonly class: InstrumentClass
  readonly fact: keyof PathFacts
}

/** What makes a scenario the one it is: where to look, and what should be found there. */
export interface Expectation {
  readonly look: Look
  readonly facts: readonly ExpectedFact[]
}

const HOUR = 60
const DAY = 24 * HOUR
const ANY_FALL: Look = { direction: 'fall', windowMinutes: HOUR, backMinutes: HOUR }

const fact = (of: InstrumentClass, name: keyof PathFacts, [from, to]: readonly [number, number]) =>
  ({ class: of, fact: name, from, to }) as const

const volatility = (from: number, to: number): Expectation => ({
  look: ANY_FALL,
  facts: [fact('MAJ1', 'dayVolatility', [from, to])],
})

/** What is expected of each scenario, by its id. */
export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  calm: volatility(0.007, 0.014),
  normal: volatility(0.015, 0.028),
  wild: volatility(0.036, 0.067),
  plain: volatility(0.0195, 0.0225),
  weather: volatility(0.015, 0.028),
  bates: volatility(0.015, 0.028),
  bull: { look: ANY_FALL, facts: [fact('MAJ1', 'perDay', [0.01, 0.016])] },
  bleed: { look: ANY_FALL, facts: [fact('MAJ1', 'perDay', [-0.024, -0.016])] },
  choppy: { look: ANY_FALL, facts: [fact('MAJ1', 'end', [-0.02, 0.02])] },
  flash: {
    look: { direction: 'fall', windowMinutes: 15, backMinutes: HOUR },
    facts: [
      fact('MAJ1', 'move', [-0.17, -0.1]),
      fact('MAJ1', 'minutes', [5, 12]),
      fact('MAJ1', 'givenBack', [0.4, 0.75]),
      fact('MAJ1', 'moment', [0.2, 0.85]),
      fact('ALT1', 'move', [-0.24, -0.135]),
    ],
  },
  squeeze: {
    look: { direction: 'rise', windowMinutes: 4 * HOUR, backMinutes: HOUR },
    facts: [
      fact('ALT1', 'move', [0.18, 0.35]),
      fact('ALT1', 'minutes', [60, 180]),
      fact('ALT1', 'moment', [0.15, 0.85]),
    ],
  },
  depeg: {
    look: { direction: 'fall', windowMinutes: 9 * HOUR, backMinutes: DAY },
    facts: [
      fact('STBL', 'move', [-0.14, -0.05]),
      fact('STBL', 'givenBack', [0.7, 0.85]),
      fact('STBL', 'moment', [0.15, 0.7]),
    ],
  },
  black: {
    look: { direction: 'fall', windowMinutes: 3 * HOUR, backMinutes: 12 * HOUR },
    facts: [
      fact('MAJ1', 'drawdown', [-0.52, -0.36]),
      fact('MAJ1', 'givenBack', [0.4, 0.6]),
      fact('MAJ1', 'moment', [0.28, 0.78]),
    ],
  },
  meme: {
    look: { direction: 'rise', windowMinutes: 13 * HOUR, backMinutes: 18 * HOUR },
    facts: [
      fact('MEME', 'move', [1.2, 4.5]),
      fact('MEME', 'minutes', [6 * HOUR, 12 * HOUR]),
      fact('MEME', 'givenBack', [0.65, 0.85]),
      fact('MEME', 'moment', [0.1, 0.7]),
    ],
  },
  october: {
    look: { direction: 'fall', windowMinutes: 12, backMinutes: HOUR },
    facts: [
      fact('MAJ1', 'move', [-0.25, -0.17]),
      fact('MAJ1', 'minutes', [0, 10]),
      fact('MAJ1', 'givenBack', [0.57, 0.76]),
      fact('ALT2', 'move', [-0.63, -0.56]),
      fact('ALT2', 'givenBack', [0.57, 0.76]),
    ],
  },
}
