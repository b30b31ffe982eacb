import type { EventLeg, Scenario } from './scenario.ts'

const USUAL = {
  model: 'stochastic-volatility',
  jumps: 1,
  driftPerDay: 0,
  anchor: null,
  event: null,
} as const

/** A breakout that fools those who follow it: within hours nearly all of it is undone. */
const fakeBreakout = (from: number): EventLeg => ({
  after: { from, to: from + 0.15 },
  move: { from: 0.03, to: 0.06 },
  eitherWay: true,
  minutes: { from: 60, to: 180 },
  givenBack: { from: 0.85, to: 1 },
  givenBackMinutes: 240,
  failing: 0,
  takenBy: null,
})

/** Markets that are what they are from the first minute to the last. */
export const USUAL_SCENARIOS: readonly Scenario[] = [
  {
    ...USUAL,
    id: 'calm',
    title: 'Calm',
    text: 'Small moves, few surprises. High leverage looks safe here for a long time.',
    expect: 'About half the usual moves: around one per cent a day for Bitcoin.',
    days: 14,
    volatility: 0.5,
    jumps: 0.5,
  },
  {
    ...USUAL,
    id: 'normal',
    title: 'Normal',
    text: 'An ordinary crypto market: quiet hours, restless hours, and a jump or two a day.',
    expect: 'Around two per cent a day for Bitcoin, twice that for small coins, either way.',
    days: 7,
    volatility: 1,
  },
  {
    ...USUAL,
    id: 'bull',
    title: 'Bull market',
    text: 'Prices climb day after day, and every dip finds buyers.',
    expect: 'A good per cent up a day, with falls on the way that are steep enough to end a high leverage.',
    days: 21,
    volatility: 1,
    driftPerDay: 0.0105,
    anchor: { minutes: 4320, side: 'below' },
  },
  {
    ...USUAL,
    id: 'bleed',
    title: 'Slow bleed',
    text: 'Prices sink day after day, and every rally fades.',
    expect: 'Two per cent down a day, seldom in one fall: those who buy each dip pay for it each time.',
    days: 18,
    volatility: 1,
    driftPerDay: -0.0185,
    anchor: { minutes: 4320, side: 'above' },
  },
  {
    ...USUAL,
    id: 'choppy',
    title: 'Choppy',
    text: 'Up, down and back again. Prices leave home and return; trends break.',
    expect: 'A few breakouts of several per cent that come to nothing within hours.',
    days: 7,
    volatility: 1.1,
    anchor: { minutes: 720, side: 'both' },
    event: {
      moment: { from: 0.05, to: 0.15 },
      legs: [fakeBreakout(0), fakeBreakout(0.2), fakeBreakout(0.4), fakeBreakout(0.6)],
    },
  },
  {
    ...USUAL,
    id: 'wild',
    title: 'Wild',
    text: 'More than twice the usual moves and twice the jumps, in both directions.',
    expect: 'Around five per cent a day for Bitcoin, ten for small coins.',
    days: 3,
    volatility: 2.4,
    jumps: 2,
  },
  {
    ...USUAL,
    id: 'plain',
    title: 'Plain random walk',
    text: 'The market of textbooks: every step independent, none of them large. For comparison.',
    expect: 'Two per cent a day for Bitcoin, and never a surprise.',
    model: 'random-walk',
    days: 7,
    volatility: 1,
    jumps: 0,
  },
]
