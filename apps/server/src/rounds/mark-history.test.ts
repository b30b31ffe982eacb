import { execute, instrumentId, openRound, roundId, seedFromText, standardConfig } from '@cascade/engine'
import { encode } from '@cascade/protocol'
import { describe, expect, test } from 'vitest'
import { MarkHistory } from './mark-history.ts'

const config = standardConfig({
  id: roundId('r_marks'),
  ticks: 1_200,
  instruments: ['BTC', 'ETH', 'SOL'].map(instrumentId),
})

/** The marks of a played round by tick and instrument, and a history that keeps so many of them. */
function played(ticks: number, max?: number) {
  const round = openRound(config, seedFromText('a market with a past'))
  const history = new MarkHistory(config, max)
  const marks = [config.instruments.map(({ openingPrice }) => openingPrice.toNumber())]
  execute(round, { type: 'round.start' })
  while (round.tick < ticks) {
    for (const event of execute(round, { type: 'clock.advance' }).events) {
      if (event.type !== 'market.moved') continue
      history.add(event)
      marks.push(event.marks.map((mark) => mark.toNumber()))
    }
  }
  return { history, marks }
}

/** Reads a history as a client does. */
function told(history: MarkHistory, fromTick: number) {
  const { steps, ...rest } = history.from(fromTick)
  const marks = config.instruments.map(({ priceIncrement }, index) => {
    let increments = 0
    return steps[index]?.map((step) => {
      increments += step
      return priceIncrement.times(increments).toNumber()
    })
  })
  return { ...rest, marks }
}

const ofInstruments = (marks: readonly number[][]) =>
  config.instruments.map((_, index) => marks.map((atTick) => atTick[index]))

describe('a history of marks', () => {
  test('tells every mark since the opening, to the last digit', () => {
    const { history, marks } = played(40)
    expect(told(history, 0)).toEqual({ fromTick: 0, every: 1, marks: ofInstruments(marks) })
  })

  test('tells who has a part of it the rest', () => {
    const { history, marks } = played(40)
    expect(told(history, 31)).toEqual({ fromTick: 31, every: 1, marks: ofInstruments(marks.slice(31)) })
    expect(told(history, 41).marks).toEqual([[], [], []])
  })

  test.each`
    ticks | max   | every
    ${40} | ${41} | ${1}
    ${40} | ${40} | ${2}
    ${80} | ${40} | ${4}
  `('of at most $max marks keeps those of every $every ticks of $ticks', ({ ticks, max, every }) => {
    const { history, marks } = played(ticks, max)
    const kept = marks.filter((_, tick) => tick % every === 0)
    expect(told(history, 0)).toEqual({ fromTick: 0, every, marks: ofInstruments(kept) })
    expect(told(history, 5).fromTick).toBe(Math.ceil(5 / every) * every)
  })

  test('of three instruments and 1,200 ticks is shorter than 20 kB', () => {
    const { history } = played(1_200)
    expect(JSON.stringify(encode(history.from(0))).length).toBeLessThan(20_000)
  })
})
