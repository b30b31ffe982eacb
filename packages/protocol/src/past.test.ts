import { canonical } from '@cascade/engine'
import { expect, test } from 'vitest'
import { encode } from './encode.ts'
import { pastSchema } from './past.ts'
import { UP } from './up.ts'

const past = {
  marks: {
    fromTick: 8,
    every: 2,
    steps: [[640_000, -12, 0], [3_200]],
    volumes: [
      { unit: 4.3, counts: [0, 99, 1] },
      { unit: 1, counts: [0] },
    ],
  },
  milestones: [
    { type: 'account.wiped', tick: 9, seat: 's1', postings: [] },
    { type: 'round.ended', tick: 12 },
  ],
}
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a past arrives as it was sent', () => {
  const received = pastSchema.parse(wire(past))
  expect(canonical(received)).toBe(canonical(past))
  expect(encode(received)).toEqual(past)
})

test.each([
  ['half a price increment', { ...past, marks: { ...past.marks, steps: [[0.5]] } }],
  ['a price as text', { ...past, marks: { ...past.marks, steps: [['640000']] } }],
  ['a volume below zero', { ...past, marks: { ...past.marks, volumes: [{ unit: 1, counts: [-1] }] } }],
  ['no volumes', { ...past, marks: { ...past.marks, volumes: undefined } }],
  ['no tick between two marks', { ...past, marks: { ...past.marks, every: 0 } }],
  ['a tick before the opening', { ...past, marks: { ...past.marks, fromTick: -1 } }],
  ['an unknown milestone', { ...past, milestones: [{ type: 'seat.blessed', tick: 1 }] }],
  ['marks only', { marks: past.marks }],
])('a past with %s is not read', (_, message) => {
  expect(pastSchema.safeParse(message).success).toBe(false)
})

test('the past is asked for, or not', () => {
  const { message } = UP['round.watch']
  expect(message.safeParse({ roundId: 'r_1' }).success).toBe(true)
  expect(message.safeParse({ roundId: 'r_1', past: true, lastTick: 7 }).success).toBe(true)
  expect(message.safeParse({ roundId: 'r_1', past: 1 }).success).toBe(false)
})
