import {
  type Command,
  execute,
  instrumentId,
  type LossPolicy,
  money,
  openRound,
  type PlaceOrder,
  price,
  quantity,
  type RoundEvent,
  rate,
  roundId,
  type SeatId,
  seatId,
  seedFromText,
  standardConfig,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { Chronicle } from './chronicle.ts'

const ANNA = seatId('s1')
const BERT = seatId('s2')
const ROBOT = seatId('s3')
const BTC = instrumentId('BTC')
const ALL = -1

const join = (seat: SeatId): Command =>
  seat === ROBOT
    ? { type: 'seat.join', seat, kind: 'automatic', character: 'careful' }
    : { type: 'seat.join', seat, kind: 'human', character: null }

const buy = (seat: SeatId, units: string): PlaceOrder => ({
  type: 'order.place',
  seat,
  id: null,
  order: {
    instrument: BTC,
    side: 'buy',
    type: 'market',
    quantity: quantity(units),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: false,
  },
})

const WILD = standardConfig({ id: roundId('r_past'), ticks: 400, scenario: 'wild', volatility: 4 })

/** A round in a wild market with three seats, opened in frame 1, and its chronicle. */
function opened(config = WILD) {
  const round = openRound(config, seedFromText('b'))
  const chronicle = new Chronicle(round)
  let tick = 0
  const frame = (...commands: Command[]): readonly RoundEvent[] => {
    const outcomes = commands.map((command) => execute(round, command))
    tick += 1
    chronicle.note({ tick, outcomes })
    return outcomes.flatMap(({ events }) => events)
  }
  const move = (...commands: Command[]) => frame(...commands, { type: 'clock.advance' })
  frame(...[ANNA, BERT, ROBOT].map(join), { type: 'round.start' })
  return { round, chronicle, frame, move }
}

const typesOf = ({ chronicle }: ReturnType<typeof opened>, seat: SeatId | null, after = ALL) =>
  chronicle.after(after, seat).milestones.map(({ type }) => type)

test('a fill is told to the seat it happened to, and to nobody else', () => {
  const played = opened()
  played.move(buy(ANNA, '0.01'), buy(ROBOT, '0.01'))
  expect(played.chronicle.after(ALL, ANNA).milestones).toMatchObject([{ type: 'order.filled', seat: ANNA }])
  for (const seat of [BERT, ROBOT, null]) expect(typesOf(played, seat)).toEqual([])
})

test('a wiped player is told what was liquidated, with its cause, and the wipe, without postings', () => {
  const played = opened()
  const lever: Command = {
    type: 'leverage.set',
    seat: ANNA,
    id: null,
    instrument: BTC,
    leverage: rate(20),
  }
  played.move(lever, buy(ANNA, '2'))
  const happened: RoundEvent[] = []
  while (played.round.phase === 'running') happened.push(...played.move())
  const liquidated = happened.find(({ type }) => type === 'position.liquidated')
  const { milestones } = played.chronicle.after(ALL, ANNA)
  expect(milestones.map(({ type }) => type)).toEqual(['order.filled', 'position.liquidated', 'account.wiped'])
  expect(milestones[1]).toEqual({ ...liquidated, postings: [] })
  expect(typesOf(played, BERT)).toEqual([])
})

test('who has a part of it is told the rest: milestones and marks of the frames after', () => {
  const played = opened()
  const { chronicle, move } = played
  move(buy(ANNA, '0.01'))
  const known = 3
  move()
  move(buy(ANNA, '0.01'))
  expect(typesOf(played, ANNA, known)).toEqual(['order.filled'])
  expect(chronicle.after(known, ANNA).marks).toMatchObject({ fromTick: 3, every: 1 })
  expect(chronicle.after(known, ANNA).marks.steps[0]).toHaveLength(1)
  expect(chronicle.after(0, ANNA)).toEqual(chronicle.after(ALL, ANNA))
})

test('of a busy trader the last thirty are kept', () => {
  const { chronicle, move } = opened()
  for (let n = 0; n < 40; n += 1) move(buy(ANNA, '0.001'))
  const { milestones } = chronicle.after(ALL, ANNA)
  expect(milestones).toHaveLength(30)
  expect(milestones.at(-1)).toMatchObject({ type: 'order.filled', tick: 39 })
})

/** A round by written marks, without an insurance fund. */
function uncovered(lossPolicy: LossPolicy) {
  const rules = { lossPolicy, insuranceFund: money(0), defaultLeverage: rate(20) }
  const config = standardConfig({ id: roundId('r_past'), rules })
  return opened({ ...config, market: { ...config.market, scripted: true } })
}

test.each([
  ['auto-deleveraging', 'position.deleveraged'],
  ['socialised-loss', 'loss.socialised'],
] as const)('under %s a winner who was away hears of %s', (lossPolicy, milestone) => {
  const { round, chronicle, frame } = uncovered(lossPolicy)
  const short = { ...buy(BERT, '2'), order: { ...buy(BERT, '2').order, side: 'sell' as const } }
  frame(buy(ANNA, '2'), short)
  const half = [...round.marks.values()].map((mark) => price(mark.times('0.5')))
  frame({ type: 'clock.advance', marks: half })
  const types = chronicle.after(ALL, BERT).milestones.map(({ type }) => type)
  expect(types).toEqual(['order.filled', milestone])
})
