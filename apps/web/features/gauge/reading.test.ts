import {
  execute,
  instrumentId,
  openRound,
  type Round,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { readingOf, sameReading, stateOf } from './reading.ts'

const BTC = instrumentId('BTC')

function opened(impact?: 'powder-keg'): Round {
  const round = openRound(
    standardConfig({ id: roundId('r1'), scenario: 'flash', ...(impact ? { impact } : {}) }),
    seedFromText('a'),
  )
  execute(round, { type: 'seat.join', seat: seatId('s1'), kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  return round
}

test.each`
  ratio    | state
  ${0}     | ${'calm'}
  ${0.499} | ${'calm'}
  ${0.5}   | ${'loaded'}
  ${0.999} | ${'loaded'}
  ${1}     | ${'carries'}
  ${40}    | ${'carries'}
`('IMP-016 a ratio of $ratio is shown as $state', ({ ratio, state }) => {
  expect(stateOf(ratio)).toBe(state)
})

test('IMP-001 there is no gauge where trades do not move prices', () => {
  const round = opened()
  execute(round, { type: 'clock.advance' })
  expect(readingOf(round, BTC)).toBeNull()
})

test('a gauge shows what the round tells, from calm to what carries itself on', () => {
  const round = opened('powder-keg')
  const seen = new Set<string>()
  for (let tick = 0; tick < 40; tick += 1) {
    execute(round, { type: 'clock.advance' })
    const reading = readingOf(round, BTC)
    const told = round.impacts.get(BTC)
    expect(reading?.depth).toBeCloseTo(told?.impact.depth ?? -1, 1)
    if (reading) seen.add(reading.up.state)
    const isSlight = Math.abs(told?.sold ?? 0) <= 0.05
    expect(reading?.sold === 0).toBe(isSlight)
  }
  expect([...seen].sort()).toEqual(['calm', 'carries', 'loaded'])
})

test('a ratio that is shown says the same as its state', () => {
  const round = opened('powder-keg')
  execute(round, { type: 'clock.advance' })
  round.gauges = [{ instrument: BTC, down: { ratio: 0.97, fuse: null }, up: { ratio: 0.48, fuse: null } }]
  expect(readingOf(round, BTC)).toMatchObject({
    down: { ratio: 0.9, state: 'loaded' },
    up: { ratio: 0.4, state: 'calm' },
  })
})

test('readings that show the same are the same', () => {
  const round = opened('powder-keg')
  execute(round, { type: 'clock.advance' })
  const reading = readingOf(round, BTC)
  expect(sameReading(reading, readingOf(round, BTC))).toBe(true)
  expect(sameReading(reading, reading && { ...reading, depth: 0.01 })).toBe(false)
})
