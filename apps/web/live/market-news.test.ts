import {
  execute,
  type InstrumentGauge,
  instrumentId,
  openRound,
  type Round,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { MarketNews } from './market-news.ts'

const BTC = instrumentId('BTC')

/** A round of which a test says itself what trades did in each tick. */
function movedRound(): Round {
  const [bitcoin] = standardConfig({ id: roundId('r1') }).instruments
  if (!bitcoin) throw new Error('a standard round trades something')
  const round = openRound(
    standardConfig({ id: roundId('r1'), instruments: [bitcoin.id], impact: 'powder-keg' }),
    seedFromText('a'),
  )
  execute(round, { type: 'seat.join', seat: seatId('s1'), kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  execute(round, { type: 'clock.advance' })
  round.gauges = []
  return round
}

const gauge = (down: number, up: number): InstrumentGauge => ({
  instrument: BTC,
  down: { ratio: down, fuse: null },
  up: { ratio: up, fuse: null },
})

/** What is told over some ticks, each with the tick it is told in. */
function toldOver(ticks: readonly { sold?: number; waiting?: number; down?: number; up?: number }[]) {
  const round = movedRound()
  const news = new MarketNews()
  const told = round.impacts.get(BTC)
  if (!told) throw new Error('impact is told of every instrument')
  return ticks.flatMap(({ sold = 0, waiting = 0, down = 0, up = 0 }, tick) => {
    round.tick = tick
    round.impacts.set(BTC, { ...told, sold, waiting })
    round.gauges = [gauge(down, up)]
    return news.after(round).map((item) => [tick, item])
  })
}

const quiet = (ticks: number) => Array.from({ length: ticks }, () => ({}))

test('forced selling is told when it begins, with what waits, and when it ends, with what it came to', () => {
  const told = toldOver([{}, { sold: 0.3, waiting: 1 }, { sold: 0.4, waiting: 2 }, { sold: 2 }, ...quiet(12)])
  expect(told).toEqual([
    [2, { kind: 'forced', instrument: BTC, side: 'sell', amount: 2.7, over: false }],
    [13, { kind: 'forced', instrument: BTC, side: 'sell', amount: 2.7, over: true }],
  ])
})

test('forced buying is told as such, and a pause of a few ticks does not end it', () => {
  const told = toldOver([{ sold: -1 }, ...quiet(9), { sold: -3 }, ...quiet(10)])
  expect(told).toEqual([
    [0, { kind: 'forced', instrument: BTC, side: 'buy', amount: 1, over: false }],
    [20, { kind: 'forced', instrument: BTC, side: 'buy', amount: 4, over: true }],
  ])
})

test('little forced selling is not told at all', () => {
  expect(toldOver([{ sold: 0.1 }, { sold: 0.2 }, ...quiet(20)])).toEqual([])
})

test('a gauge that turns red is told once, however often it crosses its line', () => {
  const told = toldOver([{ down: 1.2 }, { down: 0.2 }, { down: 3 }, { down: 0.9, up: 1 }, {}, { down: 1 }])
  expect(told).toEqual([
    [0, { kind: 'carries', instrument: BTC, direction: 'down' }],
    [3, { kind: 'carries', instrument: BTC, direction: 'up' }],
  ])
})

test('a gauge that was quiet for long is told again', () => {
  const told = toldOver([{ down: 1.2 }, ...quiet(10), { down: 1.2 }])
  expect(told.map(([tick]) => tick)).toEqual([0, 11])
})

test('where trades do not move prices there is nothing to tell', () => {
  const round = openRound(standardConfig({ id: roundId('r1') }), seedFromText('a'))
  expect(new MarketNews().after(round)).toEqual([])
})
