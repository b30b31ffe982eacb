import { expect, test } from 'vitest'
import { Fault } from '../../assert.ts'
import { ValueTape } from './value-tape.ts'

test('values are taken in order, each once and none twice', () => {
  const tape = new ValueTape([3, 0, -1])
  expect([tape.take(), tape.take(), tape.take()]).toEqual([3, 0, -1])
  expect(() => tape.take()).toThrow(Fault)
})

test('the values of the next tick stand where those they follow stood', () => {
  const before = [3, 0, -1]
  const tape = new ValueTape(before)
  tape.take()
  tape.take()
  tape.put(4)
  tape.take()
  tape.put(5)
  tape.put(6)
  expect(tape.close()).toEqual([4, 5, 6])
  expect(before).toEqual([3, 0, -1])
})

test('a value cannot be put where none was taken', () => {
  const tape = new ValueTape([3])
  expect(() => tape.put(4)).toThrow(Fault)
})

test('values left over are a fault, taken or not', () => {
  expect(() => new ValueTape([3]).close()).toThrow(Fault)
  const tape = new ValueTape([3])
  tape.take()
  expect(() => tape.close()).toThrow(Fault)
})

test('a place can be kept for a value that is known later', () => {
  const tape = new ValueTape([3, 0])
  tape.take()
  const putFirst = tape.later()
  tape.take()
  tape.put(6)
  putFirst(5)
  expect(tape.close()).toEqual([5, 6])
})
