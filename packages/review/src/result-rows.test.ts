import { describe, expect, test } from 'vitest'
import { carelessReading } from '../test/played.ts'
import { accountLens } from './account-lens.ts'
import { eventRows } from './event-rows.ts'
import { resultRows } from './result-rows.ts'
import { timeline } from './timeline.ts'

describe.each([1, 2, 3])('the rows of careless round %i', (seed) => {
  const reading = carelessReading(seed)
  const rows = resultRows(reading)

  test('are those of the final board, in its order', () => {
    expect(rows.map(({ seat, rank }) => [seat, rank])).toEqual(
      reading.standings.map(({ seat, rank }) => [seat, rank]),
    )
    for (const { equity, gain } of rows) {
      expect(gain).toBeCloseTo(equity / reading.config.startingCash.toNumber() - 1, 12)
    }
  })

  test('say of an account what its lens says', () => {
    for (const row of rows) {
      const lens = accountLens(reading, row.seat)
      if (!lens.ok) throw new Error(row.seat)
      expect(row.worstDip).toBeCloseTo(lens.value.worstDip, 12)
      expect([row.feesPaid, row.wipedAtTick]).toEqual([lens.value.feesPaid, lens.value.wipedAtTick])
      const modes = new Set(lens.value.positions.map(({ marginMode }) => marginMode))
      expect(row.modes === 'none').toBe(modes.size === 0)
    }
  })

  test('of events are everything that is told, with the minute of the market', () => {
    const events = eventRows(reading)
    const { moments, marketMinutesPerTick } = timeline(reading)
    expect(events.map(({ tick, what }) => [tick, what])).toEqual(
      moments.map(({ tick, kind }) => [tick, kind]),
    )
    for (const { tick, marketMinute } of events) expect(marketMinute).toBe(tick * marketMinutesPerTick)
    expect(events.find(({ what }) => what === 'filled')?.details).toHaveProperty('price')
  })
})
