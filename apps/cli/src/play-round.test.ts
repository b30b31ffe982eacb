import { roundId, seedFromText, standardConfig } from '@cascade/engine'
import { verifyReplay } from '@cascade/protocol'
import { expect, test, vi } from 'vitest'
import { playRound } from './play-round.ts'

// Whole rounds are played, perhaps on a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

const plan = (seed: string, players: number) => ({
  config: standardConfig({ id: roundId('r_test'), ticks: 120, scenario: 'wild' }),
  seed: seedFromText(seed),
  players,
})

test('a round is played to the bell, and its text is genuine', () => {
  const recording = playRound(plan('a', 7))
  expect(recording.round.phase).toBe('ended')
  expect(recording.summary).toMatchObject({ ticks: 120, seats: 7, rejections: 0 })
  expect(recording.summary.ranks).toHaveLength(7)
  expect(verifyReplay(recording.text)).toMatchObject({ genuine: true, frames: 120 })
})

test('the same plan writes the same text, another seed another', () => {
  expect(playRound(plan('a', 7)).text).toBe(playRound(plan('a', 7)).text)
  expect(playRound(plan('b', 7)).text).not.toBe(playRound(plan('a', 7)).text)
})

test('a market without players moves all the same', () => {
  const { summary, round } = playRound(plan('empty', 0))
  expect(summary).toMatchObject({ ticks: 120, seats: 0, fills: 0, ranks: [] })
  expect(round.phase).toBe('ended')
})

test('only the characters that were asked for sit down', () => {
  const { summary } = playRound({ ...plan('some', 4), characters: ['careful', 'hedger'] })
  expect(summary.ranks.map(({ character }) => character).sort()).toEqual([
    'careful',
    'careful',
    'hedger',
    'hedger',
  ])
})
