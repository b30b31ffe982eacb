import { INSTRUMENTS, money, rate, roundId, SCENARIOS, standardConfig } from '@cascade/engine'
import { expect, test } from 'vitest'
import { roundOptionsSchema, standardOptions } from './options.ts'
import { read } from './read.ts'

const [first, second] = INSTRUMENTS

test('everything may be left out', () => {
  const options = roundOptionsSchema.parse({})
  expect(options).toMatchObject({
    minutes: 5,
    tickMs: 500,
    preset: 'classroom',
    modePolicy: 'choice',
    opponents: [],
  })
  expect(standardConfig(standardOptions(roundId('r_1'), options)).clock.ticks).toBe(600)
})

test('what a host chooses arrives in the configuration', () => {
  const options = roundOptionsSchema.parse({
    instruments: [second?.id, first?.id],
    minutes: 2,
    tickMs: 1000,
    scenario: SCENARIOS[0]?.id,
    volatility: 2,
    modePolicy: 'isolated-only',
    leverageMax: '20',
    startingCash: '2500',
    opponents: [{ character: 'hedger', count: 3 }],
    ranksVisible: 'live',
  })
  const config = standardConfig(standardOptions(roundId('r_1'), options))
  expect(config.instruments.map(({ id }) => id)).toEqual(expect.arrayContaining([first?.id, second?.id]))
  expect(config.clock).toMatchObject({ ticks: 120, tickMs: 1000 })
  expect(config.market).toMatchObject({ scenario: SCENARIOS[0]?.id, volatility: 2 })
  expect(config.rules.modePolicy).toBe('isolated-only')
  expect(config.rules.defaultMode).toBe('isolated')
  expect(config.rules.leverageMax).toEqual(rate(20))
  expect(config.startingCash).toEqual(money(2500))
  expect(config.ranksVisible).toBe('live')
})

test.each([
  ['frictionless', { crossPolicy: 'all-at-once', lossPolicy: 'house-loss', switching: 'with-position' }],
  ['exchange', { crossPolicy: 'largest-first', lossPolicy: 'auto-deleveraging', switching: 'when-flat' }],
  ['harsh', { crossPolicy: 'all-at-once', lossPolicy: 'socialised-loss', switching: 'when-flat' }],
] as const)('the rules %s arrive in the configuration', (preset, rules) => {
  const options = roundOptionsSchema.parse({ preset })
  expect(standardConfig(standardOptions(roundId('r_1'), options)).rules).toMatchObject(rules)
})

test.each([
  [{ minutes: 0 }, 'minutes: must be between 1 and 60'],
  [{ minutes: Number.NaN }, 'minutes'],
  [{ minutes: 1e308 }, 'minutes: must be between 1 and 60'],
  [{ tickMs: 1 }, 'tickMs: must be between 100 and 5000'],
  [{ volatility: 9 }, 'volatility: must be between 0.25 and 4'],
  [{ leverageMax: '126' }, 'leverageMax: must be between 1 and 125'],
  [{ leverageMax: '2.5' }, 'leverageMax: must be a whole number'],
  [{ leverageMax: 20 }, 'leverageMax'],
  [{ startingCash: '99' }, 'startingCash: must be between 100 and 1000000'],
  [{ startingCash: '1e5' }, 'startingCash: must be a plain number'],
  [{ instruments: [] }, 'instruments: must name at least one instrument'],
  [{ instruments: ['NOPE'] }, 'instruments.0: is not an instrument of this market'],
  [{ instruments: [first?.id, first?.id] }, 'instruments: must not name an instrument twice'],
  [{ scenario: 'constructor' }, 'scenario: is not a scenario of this market'],
  [
    { modePolicy: 'cross-only', defaultMode: 'isolated' },
    'defaultMode: must be a mode that the mode policy allows',
  ],
  [{ opponents: [{ character: 'hedger', count: 51 }] }, 'opponents.0.count: must be at most 50'],
  [
    {
      opponents: [
        { character: 'hedger', count: 50 },
        { character: 'careful', count: 1 },
      ],
    },
    'opponents: must be at most 50 players together',
  ],
  [
    {
      opponents: [
        { character: 'hedger', count: 1 },
        { character: 'hedger', count: 1 },
      ],
    },
    'opponents: must name a player once',
  ],
  [{ preset: 'gentle' }, 'preset'],
  [{ seatsMax: 5 }, 'Unrecognized key'],
])('%j is refused in words', (options, problem) => {
  const reading = read(roundOptionsSchema, options)
  expect(reading.ok ? [] : reading.problems.join(' · ')).toContain(problem)
})
