import { describe, expect, test } from 'vitest'
import { isMultiple } from '../number/rounding.ts'
import { notionalOf } from '../number/units.ts'
import { INSTRUMENTS } from './instruments.ts'
import { tierOf } from './tiers.ts'

describe('the catalogue', () => {
  test('names each instrument once, five before the rest', () => {
    const ids = INSTRUMENTS.map((instrument) => instrument.id)
    expect(ids.slice(0, 5)).toEqual(['BTC', 'ETH', 'SOL', 'XRP', 'DOGE'])
    expect(new Set(ids).size).toBe(ids.length)
  })

  test.each(INSTRUMENTS)(
    '$id opens on its price increment, and its largest position is one',
    (instrument) => {
      expect(isMultiple(instrument.openingPrice, instrument.priceIncrement)).toBe(true)
      expect(isMultiple(instrument.quantityMax, instrument.sizeIncrement)).toBe(true)
    },
  )

  test.each(INSTRUMENTS)('$id can be traded for less than ten dollars', (instrument) => {
    expect(notionalOf(instrument.sizeIncrement, instrument.openingPrice).lt(10)).toBe(true)
  })

  test.each(INSTRUMENTS)(
    '$id asks for more behind its largest position than behind its smallest',
    (instrument) => {
      const largest = tierOf(instrument.tiers, notionalOf(instrument.quantityMax, instrument.openingPrice))
      const smallest = tierOf(instrument.tiers, notionalOf(instrument.sizeIncrement, instrument.openingPrice))
      expect(largest.maintenanceRate.gt(smallest.maintenanceRate)).toBe(true)
    },
  )

  test.each([
    ['BTC', '0.005'],
    ['SOL', '0.01'],
    ['DOGE', '0.015'],
  ])('%s begins at a maintenance rate of %s', (id, rate) => {
    const instrument = INSTRUMENTS.find((each) => each.id === id)
    expect(instrument?.tiers[0]?.maintenanceRate.toFixed()).toBe(rate)
  })
})
