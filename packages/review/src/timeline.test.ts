import { rate } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { carelessReading, toldBy } from '../test/played.ts'
import { Recorder } from '../test/recorder.ts'
import { cascades } from './cascades.ts'
import { readRound } from './reading.ts'
import { timeline } from './timeline.ts'

describe.each([1, 2, 3, 4])('the timeline of careless round %i', (seed) => {
  const reading = carelessReading(seed)
  const told = timeline(reading)

  test('has a mark of every instrument at every tick', () => {
    expect(told.ticks).toEqual(Array.from({ length: 161 }, (_, tick) => tick))
    for (const { marks } of told.series) expect(marks).toHaveLength(told.ticks.length)
  })

  test('has what was traded at every tick but the opening', () => {
    for (const { volumes } of told.series) {
      expect(volumes).toHaveLength(told.ticks.length)
      expect(volumes[0]).toBe(0)
      expect(Math.min(...volumes.slice(1))).toBeGreaterThan(0)
    }
  })

  test('goes forward', () => {
    const ticks = told.moments.map(({ tick }) => tick)
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b))
  })

  test('begins with the opening and ends with the bell', () => {
    expect(told.milestones[0]).toMatchObject({ kind: 'started', tick: 0 })
    expect(told.milestones.at(-1)).toMatchObject({ kind: 'ended', tick: 160 })
  })

  test('is plain data that survives being sent to another thread', () => {
    expect(structuredClone(told)).toEqual(told)
  })

  test('has as many liquidated positions as its cascades name', () => {
    const moments = told.moments.filter(({ kind }) => kind === 'liquidated').length
    const named = cascades(reading).reduce((sum, { closedWith }) => sum + 1 + closedWith.length, 0)
    expect(named).toBe(moments)
  })
})

test('shocks and news are told with what they were, and are worth stopping at', () => {
  const recorder = new Recorder('shaken', { ticks: 12 })
  recorder.do({ type: 'round.start' })
  recorder.ticks(3)
  const shock = { instrument: null, move: rate('-0.1'), minutes: 10, givenBack: 'half' } as const
  recorder.do({ type: 'news.publish', headline: 'An exchange halts withdrawals', shock })
  recorder.ticks(20)
  const { moments, milestones } = timeline(toldBy(readRound(recorder.record())))
  expect(moments.filter(({ tick }) => tick === 3)).toEqual([
    { tick: 3, kind: 'news', headline: 'An exchange halts withdrawals' },
    { tick: 3, kind: 'shocked', instrument: null, shock: { move: -0.1, minutes: 10, givenBack: 'half' } },
  ])
  expect(milestones.map(({ tick, kind }) => `${tick} ${kind}`)).toEqual([
    '0 started',
    '3 news',
    '3 shocked',
    '12 ended',
  ])
})

test('IMP-001 nothing is told of forced selling where trades do not move prices', () => {
  expect(timeline(carelessReading(1)).series.map(({ forced }) => forced)).toEqual([null, null, null])
})

test('IMP-009 where trades move prices, every tick tells what was sold by force', () => {
  const { series, ticks } = timeline(carelessReading(1, { impact: 'powder-keg' }))
  for (const { forced } of series) expect(forced).toHaveLength(ticks.length)
  const sold = series.flatMap(({ forced }) => forced ?? []).filter((amount) => Math.abs(amount) > 0.05)
  expect(sold.length).toBeGreaterThan(0)
})
