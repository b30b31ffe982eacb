import type { Scenario } from './scenario.ts'

const QUIET = { model: 'stochastic-volatility', jumps: 1, anchorMinutes: null, event: null } as const

/** Every kind of market a round can play. */
export const SCENARIOS: readonly Scenario[] = [
  {
    ...QUIET,
    id: 'calm',
    title: 'Calm',
    text: 'Small moves, few surprises. High leverage looks safe here for a long time.',
    days: 14,
    volatility: 0.5,
    jumps: 0.5,
  },
  {
    ...QUIET,
    id: 'normal',
    title: 'Normal',
    text: 'An ordinary crypto market: quiet hours, restless hours, and a jump or two a day.',
    days: 7,
    volatility: 1,
  },
  {
    ...QUIET,
    id: 'choppy',
    title: 'Choppy',
    text: 'Up, down and back again. Prices leave home and return; trends break.',
    days: 7,
    volatility: 1.1,
    anchorMinutes: 720,
  },
  {
    ...QUIET,
    id: 'wild',
    title: 'Wild',
    text: 'More than twice the usual moves and twice the jumps, in both directions.',
    days: 3,
    volatility: 2.4,
    jumps: 2,
  },
  {
    ...QUIET,
    id: 'flash',
    title: 'Flash crash',
    text: 'At some moment the market falls by more than a tenth within minutes, and most of it comes back.',
    days: 2,
    volatility: 1,
    event: {
      moment: { from: 0.2, to: 0.85 },
      legs: [
        {
          after: { from: 0, to: 0 },
          move: { from: -0.17, to: -0.1 },
          minutes: { from: 5, to: 12 },
          givenBack: 0.65,
          givenBackMinutes: 18,
        },
      ],
    },
  },
  {
    ...QUIET,
    id: 'black',
    title: 'Black day',
    text: 'A heavy fall, a pause that looks like the bottom, and then a second fall that is worse.',
    days: 2.5,
    volatility: 1.2,
    event: {
      moment: { from: 0.15, to: 0.5 },
      legs: [
        {
          after: { from: 0, to: 0 },
          move: { from: -0.26, to: -0.19 },
          minutes: { from: 60, to: 180 },
          givenBack: 0.15,
          givenBackMinutes: 120,
        },
        {
          after: { from: 0.13, to: 0.22 },
          move: { from: -0.4, to: -0.25 },
          minutes: { from: 40, to: 120 },
          givenBack: 0.5,
          givenBackMinutes: 240,
        },
      ],
    },
  },
  {
    ...QUIET,
    id: 'plain',
    title: 'Plain random walk',
    text: 'The market of textbooks: every step independent, none of them large. For comparison.',
    model: 'random-walk',
    days: 7,
    volatility: 1,
    jumps: 0,
  },
]

/** The scenario of an id, if there is one. */
export const scenarioOf = (id: string): Scenario | undefined => SCENARIOS.find((each) => each.id === id)
