import { type SeatId, seatId } from '@cascade/engine'
import type { EventRow, ResultRow } from '@cascade/review'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { csvOf } from './csv.ts'
import { anonymousResults, eventLog, namedResults } from './tables.ts'

const row = (seat: string, more: Partial<ResultRow> = {}): ResultRow => ({
  seat: seatId(seat),
  automatic: false,
  rank: 1,
  steadyPlace: 1,
  equity: 9_500.5,
  gain: -0.04995,
  worstDip: 0.2,
  exposure: 2,
  fills: 3,
  liquidations: 0,
  feesPaid: 12,
  wipedAtTick: null,
  joinedAtTick: 0,
  modes: 'cross',
  ...more,
})

const names = new Map<SeatId, string>([
  [seatId('s1'), 'Frosty Camel'],
  [seatId('s2'), '=HYPERLINK("http://x")'],
])
const results = [row('s1'), row('s2', { rank: 2, wipedAtTick: 40, modes: 'both' })]
const nameOf = (seat: SeatId) => names.get(seat) ?? ''
const read = (text: string): Record<string, string>[] => parse(text, { columns: true })

describe('a table to be taken away', () => {
  test.each(['=1+1', '+1', '-1', '@x', '\tx', '\rx'])('%j is not a formula any more', (text) => {
    expect(parse(csvOf(['a'], [[text]]), { columns: true, relax_quotes: true })).toEqual([{ a: `'${text}` }])
  })

  test('figures stay figures, below zero too, and nothing is nothing', () => {
    expect(csvOf(['a', 'b', 'c'], [[-0.5, null, true]])).toBe('a,b,c\n-0.5,,yes\n')
  })

  test('with names it says who came out how', () => {
    const [first, second] = read(namedResults(results, nameOf))
    expect(first).toMatchObject({ name: 'Frosty Camel', seat: 's1', equity: '9500.5', gain: '-0.04995' })
    expect(second).toMatchObject({ name: `'=HYPERLINK("http://x")`, wiped_at_tick: '40', modes_used: 'both' })
  })

  test('without names nothing in it says who, whatever the order of the board', () => {
    const text = anonymousResults(results)
    for (const [seat, name] of names) for (const word of [seat, name]) expect(text).not.toContain(word)
    const rows = read(text)
    expect(rows).toHaveLength(2)
    expect(rows.map(({ row: drawn }) => drawn)).toEqual(rows.map(({ row: drawn }) => drawn).toSorted())
    expect(new Set(rows.map(({ row: drawn }) => drawn)).size).toBe(2)
    expect(anonymousResults(results)).not.toBe(text)
  })

  test('in the log of events people are numbers, in orders and details too', () => {
    const event = (seat: string | null, details: EventRow['details']): EventRow => ({
      tick: 4,
      marketMinute: 8,
      seat: seat === null ? null : seatId(seat),
      what: 'filled',
      instrument: 'BTC',
      details,
    })
    const events = [
      event('s1', { order: 's1-o3', quantity: 2 }),
      event('s12', { by: 's2', order: 's12-o1' }),
      event(null, {}),
    ]
    const text = eventLog(events, ['s1', 's2', 's12'].map(seatId))
    expect(text).not.toMatch(/s\d/)
    const rows = read(text)
    expect(rows.map(({ tick, market_minute }) => [tick, market_minute])).toEqual([
      ['4', '8'],
      ['4', '8'],
      ['4', '8'],
    ])
    expect(rows[0]?.details).toContain(`"${rows[0]?.player}-o3"`)
    expect(rows[2]?.player).toBe('')
  })
})
