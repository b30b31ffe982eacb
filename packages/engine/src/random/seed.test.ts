import { describe, expect, test } from 'vitest'
import { seed, seedFromText } from './seed.ts'

describe('a seed', () => {
  test('is the hash of any text', () => {
    expect(seedFromText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  test.each(['', 'ab', 'A'.repeat(64), 'g'.repeat(64), 'a'.repeat(65)])('is not read from %j', (text) => {
    expect(() => seed(text)).toThrow(RangeError)
  })

  test('is read back from its own text', () => {
    expect(seed(seedFromText('abc'))).toBe(seedFromText('abc'))
  })
})
