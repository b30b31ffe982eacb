import { expect, test } from 'vitest'
import { Fault } from '../../assert.ts'
import { ValueReader } from './value-reader.ts'

test('values are read in order, each once and none twice', () => {
  const read = new ValueReader([3, 0, -1])
  expect([read.take(), read.take(), read.take()]).toEqual([3, 0, -1])
  expect(() => read.close()).not.toThrow()
  expect(() => read.take()).toThrow(Fault)
})

test('values left over are a fault', () => {
  const read = new ValueReader([3, 0])
  read.take()
  expect(() => read.close()).toThrow(Fault)
})
