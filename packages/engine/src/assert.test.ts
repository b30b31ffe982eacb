import { describe, expect, test } from 'vitest'
import { assert, Fault, known } from './assert.ts'

describe('what should hold', () => {
  test('is passed over when it does', () => {
    expect(() => assert(true, 'two is even')).not.toThrow()
  })

  test('is named when it does not, as our own fault', () => {
    const broken = () => assert(false, 'two is even')
    expect(broken).toThrow(Fault)
    expect(broken).toThrow('two is even')
    expect(new Fault('x').name).toBe('Fault')
    expect(new Fault('x')).toBeInstanceOf(Error)
  })

  test.each([0, '', false, Number.NaN])('%j is known: it is only unusual', (value) => {
    expect(known(value, 'there is a value')).toBe(value)
  })

  test.each([null, undefined])('%s is not known', (value) => {
    expect(() => known(value, 'there is a value')).toThrow('there is a value')
  })
})
