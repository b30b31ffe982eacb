import { instrumentId } from '@cascade/engine'
import { expect, test } from 'vitest'
import {
  definitionOf,
  EXAMPLE,
  entryFor,
  freeInstruments,
  markFor,
  openedWorth,
  type PositionInputs,
  positionIn,
  quantityFor,
  unitsFor,
} from './inputs.ts'

const BITCOIN: PositionInputs = {
  instrument: instrumentId('BTC'),
  side: 'long',
  quantity: 0.02,
  entry: 50_000,
  leverage: 5,
  move: -15,
}

test('the worked example is three positions of $1,000', () => {
  expect(EXAMPLE.positions.map(openedWorth)).toEqual([1000, 1000, 1000])
})

test.each`
  notional           | quantity
  ${1000}            | ${0.02}
  ${1004}            | ${0.02}
  ${1005}            | ${0.0201}
  ${0}               | ${0.0001}
  ${100_000_000_000} | ${1000}
`('$notional dollars buy $quantity of Bitcoin at 50,000', ({ notional, quantity }) => {
  expect(quantityFor(BITCOIN, notional)).toBe(quantity)
})

test('the worth that a field shows, rounded to the cent, does not change the quantity', () => {
  const position = { ...BITCOIN, quantity: 0.0234, entry: 64_000.1 }
  expect(openedWorth(position)).toBe(1497.60234)
  expect(quantityFor(position, 1497.6)).toBe(0.0234)
})

test('what is typed is put on the increments of the instrument', () => {
  expect(entryFor(BITCOIN, 64_000.100000000006)).toBe(64_000.1)
  expect(entryFor(BITCOIN, 0)).toBe(0.1)
  expect(unitsFor(BITCOIN, 0.30000000000000004)).toBe(0.3)
  expect(unitsFor(BITCOIN, 0)).toBe(0.0001)
})

test('a mark is the entry moved by the slider, on the increment', () => {
  expect(markFor(BITCOIN).toNumber()).toBe(42_500)
  expect(markFor({ ...BITCOIN, entry: 0.1, move: -60 }).toNumber()).toBe(0.1)
})

test('a new position opens at the opening price of an instrument that no other is in', () => {
  const [next] = freeInstruments(EXAMPLE)
  const opened = next && positionIn(next, { notional: 1000, leverage: 5, side: 'short' })
  expect(opened).toMatchObject({ instrument: 'XRP', side: 'short', entry: 0.52, move: 0, quantity: 1923 })
  expect(definitionOf(instrumentId('XRP')).openingPrice.toNumber()).toBe(0.52)
})
