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
  const volumes = [config.instruments.map(() => 0)]
  execute(round, { type: 'round.start' })
  while (round.tick < ticks) {
    for (const event of execute(round, { type: 'clock.advance' }).events) {
      if (event.type !== 'market.moved') continue
      history.add(event)
      marks.push(event.marks.map((mark) => mark.toNumber()))
      volumes.push([...event.volumes])
    }
  }
  return { history, marks, volumes }
}

/** Reads a history as a client does. */
function told(history: MarkHistory, fromTick: number) {
  const { steps, volumes: _told, ...rest } = history.from(fromTick)
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

  test('tells what was traded between its marks, to a hundredth of the most', () => {
    const { history, volumes } = played(40)
    for (const from of [0, 31]) {
      for (const [index, { unit, counts }] of history.from(from).volumes.entries()) {
        const traded = volumes.slice(from).map((atTick) => atTick[index] ?? 0)
        expect(Math.max(...counts)).toBe(99)
        expect(counts).toEqual(traded.map((volume) => Math.round((volume * 99) / Math.max(...traded))))
        expect(unit * 99).toBeCloseTo(Math.max(...traded))
      }
    }
  })

  test('tells of a market in which nothing is traded', () => {
    const history = new MarkHistory(config)
    const marks = config.instruments.map(({ openingPrice }) => openingPrice)
    history.add({ tick: 1, marks, volumes: [0, 0, 0] })
    expect(history.from(0).volumes[0]).toEqual({ unit: 1, counts: [0, 0] })
    expect(history.from(2).volumes[0]).toEqual({ unit: 1, counts: [] })
  })

  test.each([39, 40, 41, 57, 80])('loses nothing that was traded when it is thinned: %i ticks', (ticks) => {
    const { history, volumes } = played(ticks, 20)
    const { every, ...told } = history.from(0)
    const last = Math.floor(ticks / every) * every
    for (const [index, { unit, counts }] of told.volumes.entries()) {
      const traded = volumes.slice(0, last + 1).map((atTick) => atTick[index] ?? 0)
      const sum = (all: readonly number[]) => all.reduce((total, volume) => total + volume, 0)
      expect((unit * sum(counts)) / sum(traded)).toBeCloseTo(1, 1)
    }
  })

  test('of three instruments and 1,200 ticks is shorter than 30 kB', () => {
    const { history } = played(1_200)
    expect(JSON.stringify(encode(history.from(0))).length).toBeLessThan(30_000)
  })
})
