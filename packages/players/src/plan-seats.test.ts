import { expect, test } from 'vitest'
import { mixed, planSeats } from './plan-seats.ts'

test('characters sit down in turn', () => {
  const opponents = [
    { character: 'hedger', count: 2 },
    { character: 'careful', count: 1 },
  ]
  const seats = planSeats({ opponents, first: 4 })
  expect(seats.map(({ seat, character, kind }) => [seat, character, kind])).toEqual([
    ['s4', 'hedger', 'automatic'],
    ['s5', 'careful', 'automatic'],
    ['s6', 'hedger', 'automatic'],
  ])
})

test('a number of players is shared out evenly', () => {
  expect(mixed(['a', 'b', 'c'], 7).map(({ count }) => count)).toEqual([3, 2, 2])
  expect(mixed(['a', 'b', 'c'], 2)).toEqual([
    { character: 'a', count: 1 },
    { character: 'b', count: 1 },
  ])
  expect(mixed(['a'], 0)).toEqual([])
})
