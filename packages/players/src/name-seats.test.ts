import { seatId, seedFromText } from '@cascade/engine'
import { expect, test } from 'vitest'
import { nameSeats } from './name-seats.ts'

const seed = seedFromText('names')
const seats = Array.from({ length: 2000 }, (_, index) => seatId(`s${index + 1}`))

test('two thousand names are friendly, short and all different, and spare those that are taken', () => {
  const names = [...nameSeats(seats, { seed, taken: ['Calm Otter'] }).values()]
  expect(new Set(names).size).toBe(2000)
  expect(names).not.toContain('Calm Otter')
  for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ ([A-Z][a-z]+|\d+)$/)
  expect(Math.max(...names.map(({ length }) => length))).toBeLessThanOrEqual(16)
})

test('the same round gives the same names, another round others', () => {
  const named = (text: string) => nameSeats(seats.slice(0, 9), { seed: seedFromText(text), taken: [] })
  expect(named('one')).toEqual(named('one'))
  expect(named('other')).not.toEqual(named('one'))
})
