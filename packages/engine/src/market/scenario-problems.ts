import type { EventLeg, Range, Scenario } from './scenario.ts'

const DAY = 1440

type Check = readonly [boolean, string, string]

/** Every reason why a scenario cannot be played, each beginning with the field it is about. */
export function scenarioProblems(scenario: Scenario): readonly string[] {
  return [...cardChecks(scenario), ...weatherChecks(scenario), ...eventChecks(scenario)]
    .filter(([holds]) => !holds)
    .map(([, field, rule]) => `${field}: ${rule}`)
}

const cardChecks = ({ id, title, text, expect, days }: Scenario): readonly Check[] => [
  [/^[a-z][a-z-]{0,39}$/.test(id), 'id', 'must be a short word of small letters'],
  [title.trim() !== '', 'title', 'must say something'],
  [text.trim() !== '', 'text', 'must say something'],
  [expect.trim() !== '', 'expect', 'must say something'],
  [within(days, { from: 0.1, to: 60 }), 'days', 'must be between 0.1 and 60'],
]

function weatherChecks(scenario: Scenario): readonly Check[] {
  const { model, volatility, jumps, driftPerDay, anchor, event } = scenario
  const isTextbook = model !== 'stochastic-volatility'
  const alone = 'must be nothing in a textbook model, which plays none'
  return [
    [within(volatility, { from: 0.05, to: 10 }), 'volatility', 'must be between 0.05 and 10'],
    [within(jumps, { from: 0, to: 20 }), 'jumps', 'must be between 0 and 20'],
    [within(driftPerDay, { from: -0.2, to: 0.2 }), 'driftPerDay', 'must be between -0.2 and 0.2'],
    [anchor === null || anchor.minutes > 0, 'anchor.minutes', 'must be above zero'],
    [!isTextbook || model === 'bates' || jumps === 0, 'jumps', alone],
    [!isTextbook || driftPerDay === 0, 'driftPerDay', alone],
    [!isTextbook || anchor === null, 'anchor', alone],
    [!isTextbook || event === null, 'event', alone],
  ]
}

function eventChecks({ event, days }: Scenario): readonly Check[] {
  if (event === null) return []
  return [
    ...rangeChecks('event.moment', event.moment, { from: 0, to: 1 }),
    [event.legs.length > 0, 'event.legs', 'must hold at least one'],
    ...event.legs.flatMap((leg, index) => [
      ...legChecks(leg, `event.legs[${index}]`),
      endCheck(leg, `event.legs[${index}]`, event.moment.to + leg.minutes.to / (days * DAY)),
    ]),
  ]
}

/** A leg that the bell cuts off would be another leg than the one that was written down. */
const endCheck = ({ after }: EventLeg, field: string, end: number): Check => [
  end + after.to < 1,
  `${field}.after`,
  'must leave the leg time to end before the bell',
]

const legChecks = (leg: EventLeg, field: string): readonly Check[] => [
  ...rangeChecks(`${field}.after`, leg.after, { from: 0, to: 1 }),
  ...rangeChecks(`${field}.move`, leg.move, { from: -0.95, to: 10 }),
  [leg.move.from * leg.move.to > 0, `${field}.move`, 'must go one way'],
  ...rangeChecks(`${field}.minutes`, leg.minutes, { from: 1, to: 30 * DAY }),
  ...rangeChecks(`${field}.givenBack`, leg.givenBack, { from: 0, to: 1 }),
  [leg.givenBackMinutes > 0, `${field}.givenBackMinutes`, 'must be above zero'],
  [within(leg.depth, { from: 0.01, to: 1 }), `${field}.depth`, 'must be between 0.01 and 1'],
  [leg.thinMinutes >= 0, `${field}.thinMinutes`, 'must not be negative'],
  [within(leg.failing, { from: 0, to: 1 }), `${field}.failing`, 'must be between 0 and 1'],
  ...shareChecks(leg, field),
]

function shareChecks({ takenBy }: EventLeg, field: string): readonly Check[] {
  if (takenBy === null) return []
  const shares = Object.entries(takenBy)
  return [
    [shares.length > 0, `${field}.takenBy`, 'must name a class'],
    ...shares.map(
      ([name, share]): Check => [
        within(share, { from: 0, to: 10 }),
        `${field}.takenBy.${name}`,
        'must be between 0 and 10',
      ],
    ),
  ]
}

const rangeChecks = (field: string, range: Range, bounds: Range): readonly Check[] => [
  [
    within(range.from, bounds) && within(range.to, bounds),
    field,
    `must be between ${bounds.from} and ${bounds.to}`,
  ],
  [range.from <= range.to, field, 'must not end before it begins'],
]

const within = (value: number, { from, to }: Range): boolean => value >= from && value <= to
