import { RULE_PRESETS } from '@cascade/engine'
import { verifyReplay } from '@cascade/protocol'
import { expect, test, vi } from 'vitest'
import { play, type SimulateOptions } from './simulate.ts'

// Whole rounds are played, perhaps on a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const options: SimulateOptions = {
  seed: '1',
  players: 7,
  ticks: 40,
  scenario: 'normal',
  mode: 'choice',
  rules: 'classroom',
  leverageMax: 20,
  volatility: 1,
}

test.each([
  ['choice', 'choice'],
  ['cross', 'cross-only'],
  ['isolated', 'isolated-only'],
] as const)('mode %s is the policy %s', (mode, policy) => {
  expect(play({ ...options, mode }).opening.config.rules.modePolicy).toBe(policy)
})

test('instruments come in the order in which they are named', () => {
  const { opening } = play({ ...options, instruments: ['ETH', 'BTC'] })
  expect(opening.config.instruments.map(({ id }) => id)).toEqual(['ETH', 'BTC'])
})

test('a short round of a long scenario keeps the statistics of its market', () => {
  expect(play({ ...options, scenario: 'calm' }).opening.config.clock.marketMinutesPerTick).toBe(5)
})

test.each([
  [{ scenario: 'nope' }, 'there is no scenario nope'],
  [{ instruments: ['NOPE'] }, 'there is no instrument NOPE'],
  [{ instruments: ['BTC', 'BTC'] }, 'an instrument is listed twice'],
])('%j is refused in words', (change, words) => {
  expect(() => play({ ...options, ...change })).toThrow(words)
})

test.each(RULE_PRESETS)(
  'a round under the rules "$title" is played, and played again to the letter',
  ({ id }) => {
    const recording = play({ ...options, players: 14, ticks: 200, scenario: 'wild', rules: id })
    expect(verifyReplay(recording.text)).toMatchObject({ genuine: true })
  },
)
