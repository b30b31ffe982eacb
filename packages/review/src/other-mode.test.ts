import { canonical, money, rate, seatId } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { carelessReading, toldBy } from '../test/played.ts'
import { levered, market, Recorder } from '../test/recorder.ts'
import { accountLens } from './account-lens.ts'
import { otherMode } from './other-mode.ts'
import { flipPlan, planOf } from './plan.ts'
import { readRound } from './reading.ts'
import { runPlan } from './run-plan.ts'

const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8]
const ann = seatId('ann')

describe.each(SEEDS)('in careless round %i', (seed) => {
  const reading = carelessReading(seed, {
    defaultMode: seed % 2 === 0 ? 'cross' : 'isolated',
    shaken: seed > 5,
  })
  const plan = planOf(reading, ann)

  test('a seat played alone has the equity it had among the others, at every tick', () => {
    const lens = toldBy(accountLens(reading, ann))
    const run = runPlan(plan)
    expect(run.ticks).toEqual(lens.ticks)
    expect(run.points).toEqual(lens.points)
  })

  test('flipping twice gives the plan back, byte for byte, and the same run', () => {
    const twice = flipPlan(flipPlan(plan))
    expect(canonical(twice)).toBe(canonical(plan))
    expect(canonical(runPlan(twice).account)).toBe(canonical(runPlan(plan).account))
  })

  test('the twin is asked for the same things at the same ticks and meets the same marks', () => {
    const own = runPlan(plan)
    const twin = runPlan(flipPlan(plan))
    expect(twin.intents.map(({ tick }) => tick)).toEqual(own.intents.map(({ tick }) => tick))
    expect(canonical(twin.marks)).toBe(canonical(own.marks))
  })

  test('the two accounts are worth the same until they part', () => {
    const { divergedAtTick, ticks, ownPoints, twinPoints } = toldBy(otherMode(reading, ann))
    const ownEquity = ownPoints.map(({ equity }) => equity)
    const twinEquity = twinPoints.map(({ equity }) => equity)
    const parted = divergedAtTick === null ? ticks.length : ticks.indexOf(divergedAtTick)
    expect(twinEquity.slice(0, parted)).toEqual(ownEquity.slice(0, parted))
    if (divergedAtTick !== null) expect(twinEquity[parted]).not.toBe(ownEquity[parted])
  })
})

describe('three 20x longs through a flash crash', () => {
  const reading = toldBy(readRound(crash()))
  const twin = toldBy(otherMode(reading, ann))

  test('cross ends with nothing, isolated keeps the cash that backed no position', () => {
    expect(twin).toMatchObject({ mode: 'cross', twinMode: 'isolated', own: { equity: 0 } })
    expect(twin.own.wipedAtTick).not.toBeNull()
    expect(twin.twin.wipedAtTick).toBeNull()
    expect(twin.twin.equity).toBeGreaterThan(3_500)
  })

  test('cross ends in one cascade, isolated one position at a time', () => {
    expect(twin.own.cascades).toHaveLength(1)
    expect(twin.own.cascades[0]).toMatchObject({
      bucket: 'cross',
      drained: { instrument: 'BTC' },
      wiped: true,
    })
    expect(twin.own.cascades[0]?.closedWith).toHaveLength(2)
    expect(twin.twin.cascades.map(({ bucket }) => bucket)).toEqual(['isolated', 'isolated', 'isolated'])
  })

  test('an order after the wipe is marked so, and fills in the twin', () => {
    expect(twin.intents.at(-1)).toMatchObject({
      own: { kind: 'after_wipe' },
      twin: { kind: 'filled' },
      differs: true,
    })
  })

  test('somebody who never sat there has no twin', () => {
    expect(otherMode(reading, seatId('nobody'))).toEqual({ ok: false, problem: { kind: 'seat_unknown' } })
  })
})

test('a cancel finds its order although an earlier one was refused in one of the worlds', () => {
  const recorder = new Recorder('cancel', { ticks: 20 })
  recorder.sit('ann')
  recorder.do({ type: 'round.start' })
  recorder.tick()
  const low = { ...market('ETH', 'buy', 1), type: 'limit' as const }
  const far = { ...low, limitPrice: recorder.at('ETH', '0.5') }
  recorder.do({
    type: 'margin-mode.set',
    seat: ann,
    id: null,
    instrument: far.instrument,
    marginMode: 'isolated',
  })
  recorder.do({ type: 'order.place', seat: ann, id: null, order: market('ETH', 'buy', 1) })
  recorder.do({
    type: 'margin.transfer',
    seat: ann,
    id: null,
    instrument: far.instrument,
    amount: money(9_000),
  })
  recorder.do({ type: 'order.place', seat: ann, id: null, order: market('BTC', 'buy', '0.1') })
  recorder.do({ type: 'order.place', seat: ann, id: null, order: far })
  const orders = [...(recorder.round.accounts.get(ann)?.orders.keys() ?? [])]
  for (const order of orders) recorder.do({ type: 'order.cancel', seat: ann, id: null, order })
  recorder.ticks(20)

  const twin = toldBy(otherMode(toldBy(readRound(recorder.record())), ann))
  expect(twin.intents.map(({ own, twin }) => [own.kind, twin.kind])).toEqual([
    ['done', 'done'],
    ['filled', 'filled'],
    ['done', 'rejected'],
    ['rejected', 'filled'],
    ['cancelled', 'cancelled'],
    ['done', 'done'],
  ])
})

function crash() {
  const recorder = new Recorder('1', { ticks: 400, scenario: 'flash' })
  recorder.sit('ann')
  recorder.sit('ben')
  recorder.frame()
  recorder.do({ type: 'round.start' })
  recorder.tick()
  levered(recorder, ann, { BTC: '0.9', ETH: '15', SOL: '100' })
  recorder.ticks(200)
  recorder.do({
    type: 'leverage.set',
    seat: ann,
    id: null,
    instrument: market('BTC', 'buy', 1).instrument,
    leverage: rate(2),
  })
  recorder.do({ type: 'order.place', seat: ann, id: null, order: market('BTC', 'buy', '0.01') })
  recorder.ticks(400)
  return recorder.record()
}
