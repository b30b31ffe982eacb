import type { EventLeg, Range, Scenario } from './scenario.ts'

const USUAL = {
  model: 'stochastic-volatility',
  volatility: 1,
  jumps: 1,
  driftPerDay: 0,
  anchor: null,
} as const

const exactly = (value: number): Range => ({ from: value, to: value })

const AT_ONCE = { after: exactly(0), eitherWay: false, failing: 0, takenBy: null } as const

const USUAL_DEPTH = { depth: 1, thinMinutes: 0 } as const

const FLASH_LEG: EventLeg = {
  ...AT_ONCE,
  depth: 0.06,
  thinMinutes: 25,
  move: { from: -0.17, to: -0.1 },
  minutes: { from: 5, to: 12 },
  givenBack: exactly(0.65),
  givenBackMinutes: 18,
}

const BLACK_LEGS: readonly EventLeg[] = [
  {
    ...AT_ONCE,
    depth: 0.12,
    thinMinutes: 60,
    move: { from: -0.26, to: -0.19 },
    minutes: { from: 60, to: 180 },
    givenBack: exactly(0.15),
    givenBackMinutes: 120,
  },
  {
    ...AT_ONCE,
    depth: 0.03,
    thinMinutes: 60,
    after: { from: 0.13, to: 0.22 },
    move: { from: -0.38, to: -0.24 },
    minutes: { from: 40, to: 120 },
    givenBack: exactly(0.5),
    givenBackMinutes: 240,
  },
]

const OCTOBER_MAJORS: EventLeg = {
  ...AT_ONCE,
  depth: 0.05,
  thinMinutes: 30,
  move: { from: -0.25, to: -0.17 },
  minutes: { from: 6, to: 10 },
  givenBack: { from: 0.6, to: 0.78 },
  givenBackMinutes: 18,
  takenBy: { MAJ1: 1, MAJ2: 1 },
}

/** Markets in which one thing happens, at a moment that nobody can tell. */
export const EVENTFUL_SCENARIOS: readonly Scenario[] = [
  {
    ...USUAL,
    id: 'flash',
    title: 'Flash crash',
    text: 'At some moment the market falls by more than a tenth within minutes, and most of it comes back.',
    expect: 'A fall of 10 to 17 per cent, more for small coins; two thirds of it undone within the hour.',
    days: 2,
    event: { moment: { from: 0.2, to: 0.85 }, legs: [FLASH_LEG] },
  },
  {
    ...USUAL,
    id: 'squeeze',
    title: 'Short squeeze',
    text: 'A coin that many have sold short shoots up for an hour or three.',
    expect: 'Solana and Avalanche rise by 18 to 35 per cent; the rest of the market looks on.',
    days: 3,
    event: {
      moment: { from: 0.15, to: 0.8 },
      legs: [
        {
          ...AT_ONCE,
          ...USUAL_DEPTH,
          move: { from: 0.18, to: 0.35 },
          minutes: { from: 60, to: 180 },
          givenBack: { from: 0.3, to: 0.6 },
          givenBackMinutes: 300,
          takenBy: { ALT1: 1 },
        },
      ],
    },
  },
  {
    ...USUAL,
    id: 'depeg',
    title: 'Broken peg',
    text: 'A token that is meant to be worth a dollar no longer is.',
    expect:
      'The dollar token loses 5 to 14 per cent and finds back most of it; one time in five it never does.',
    days: 4,
    event: {
      moment: { from: 0.15, to: 0.6 },
      legs: [
        {
          ...AT_ONCE,
          ...USUAL_DEPTH,
          move: { from: -0.14, to: -0.05 },
          minutes: { from: 120, to: 480 },
          givenBack: exactly(0.8),
          givenBackMinutes: 480,
          failing: 0.2,
          takenBy: { STBL: 1 },
        },
      ],
    },
  },
  {
    ...USUAL,
    id: 'black',
    title: 'Black day',
    text: 'A heavy fall, a pause that looks like the bottom, and then a second fall that is worse.',
    expect: 'A fifth or a quarter gone, then a third to a half in all; half of the last fall comes back.',
    days: 2.5,
    volatility: 1.2,
    event: { moment: { from: 0.15, to: 0.5 }, legs: BLACK_LEGS },
  },
  {
    ...USUAL,
    id: 'meme',
    title: 'Meme mania',
    text: 'A coin without a reason multiplies within hours, and falls back as fast.',
    expect:
      'Dogecoin at two to five times its price before the day is over, and three quarters of it gone again.',
    days: 2,
    event: {
      moment: { from: 0.1, to: 0.4 },
      legs: [
        {
          ...AT_ONCE,
          ...USUAL_DEPTH,
          move: { from: 1.2, to: 4.5 },
          minutes: { from: 360, to: 720 },
          givenBack: exactly(0.75),
          givenBackMinutes: 240,
          takenBy: { MEME: 1 },
        },
      ],
    },
  },
  {
    ...USUAL,
    id: 'october',
    title: 'October',
    text: 'The tenth of October 2025 again: small coins lose more than half of their price in ten minutes.',
    expect:
      'Bitcoin falls by about a fifth, small coins by 60 per cent; two thirds come back within the hour.',
    days: 1,
    event: {
      moment: { from: 0.2, to: 0.8 },
      legs: [
        OCTOBER_MAJORS,
        {
          ...OCTOBER_MAJORS,
          move: { from: -0.63, to: -0.56 },
          takenBy: { ALT1: 1, ALT2: 1, MEME: 1 },
        },
      ],
    },
  },
]
