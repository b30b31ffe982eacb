import { describe, expect, test } from 'vitest'
import { seed, seedCommitment, seedFromText } from './seed.ts'

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

  test('is committed to by the hash of its digits', () => {
    expect(seedCommitment(seedFromText('abc'))).toBe(
      'dfe7a23fefeea519e9bbfdd1a6be94c4b2e4529dd6b7cbea83f9959c2621b13c',
    )
  })
})
