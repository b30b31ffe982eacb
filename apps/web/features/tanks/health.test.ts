import { describe, expect, test } from 'vitest'
import { healthOf, levelOf } from './health.ts'

test.each`
  buffer  | health
  ${null} | ${'flat'}
  ${12}   | ${'safe'}
  ${0.5}  | ${'safe'}
  ${0.49} | ${'tight'}
  ${0.24} | ${'danger'}
  ${0.09} | ${'last'}
  ${-0.2} | ${'last'}
`('a buffer of $buffer is $health', ({ buffer, health }) => {
  expect(healthOf(buffer)).toBe(health)
})

describe('the level of a tank', () => {
  test('is nothing at the line and below it', () => {
    expect([levelOf(0), levelOf(-3)]).toEqual([0, 0])
  })

  test('rises with the buffer and never overflows', () => {
    const levels = [0.1, 0.5, 0.99, 1, 1.01, 2, 10, 1e6].map(levelOf)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(levels.at(-1)).toBeLessThan(1)
  })
})
