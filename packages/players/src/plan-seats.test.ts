import { seedFromText } from '@cascade/engine'
import { expect, test } from 'vitest'
import { mixed, planSeats } from './plan-seats.ts'

const seed = seedFromText('names')

test('characters sit down in turn, each under a name of its own', () => {
  const opponents = [
    { character: 'hedger', count: 2 },
    { character: 'careful', count: 1 },
  ]
  const seats = planSeats({ opponents, seed, first: 4, names: [] })
  expect(seats.map(({ seat, character, kind }) => [seat, character, kind])).toEqual([
    ['s4', 'hedger', 'automatic'],
    ['s5', 'careful', 'automatic'],
    ['s6', 'hedger', 'automatic'],
  ])
  expect(planSeats({ opponents, seed, first: 4, names: [] })).toEqual(seats)
  expect(planSeats({ opponents, seed: seedFromText('other'), first: 4, names: [] })).not.toEqual(seats)
})

test('two thousand names are friendly, short and all different, and spare those that are taken', () => {
  const opponents = [{ character: 'hedger', count: 2000 }]
  const names = planSeats({ opponents, seed, first: 1, names: ['Calm Otter'] }).map(({ name }) => name)
  expect(new Set(names).size).toBe(2000)
  expect(names).not.toContain('Calm Otter')
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ ([A-Z][a-z]+|\d+)$/)
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(16)
})

test('a number of players is shared out evenly', () => {
  expect(mixed(['a', 'b', 'c'], 7).map(({ count }) => count)).toEqual([3, 2, 2])
  expect(mixed(['a', 'b', 'c'], 2)).toEqual([
    { character: 'a', count: 1 },
    { character: 'b', count: 1 },
  ])
  expect(mixed(['a'], 0)).toEqual([])
})
