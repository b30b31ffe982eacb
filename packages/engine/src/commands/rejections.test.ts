import { describe, expect, test } from 'vitest'
import { movedMarket } from '../../test/moved-market.ts'
import { affairs, limit, reasonOf, request, Scripted, stop } from '../../test/scripted.ts'
import {
  type CancelOrder,
  type Command,
  type CommandId,
  execute,
  instrumentId,
  money,
  type OrderRequest,
  openRound,
  orderId,
  REJECTION_REASONS,
  type Rejection,
  type RejectionReason,
  type Round,
  rate,
  roundId,
  type ShockRequest,
  seatId,
  seedFromText,
  standardConfig,
} from '../index.ts'

/** A round and the command it says no to, with the bound or the sum that is named beside the reason. */
interface Refused {
  readonly round: Round
  readonly command: Command
  readonly limit?: string
  readonly shortfall?: string
}

const s1 = seatId('s1')
const A = instrumentId('A')
const tick: Command = { type: 'clock.advance' }
const place = (text: string, more: Partial<OrderRequest> = {}, id: CommandId | null = null): Command => ({
  type: 'order.place',
  seat: s1,
  id,
  order: request(text, more),
})
const cancel = (order: string): CancelOrder => ({
  type: 'order.cancel',
  seat: s1,
  id: null,
  order: orderId(order),
})
const leverage = (to: number): Command => ({
  type: 'leverage.set',
  seat: s1,
  id: null,
  instrument: A,
  leverage: rate(to),
})
const mode = (marginMode: 'cross' | 'isolated'): Command => ({
  type: 'margin-mode.set',
  seat: s1,
  id: null,
  instrument: A,
  marginMode,
})
const transfer = (amount: number | string): Command => ({
  type: 'margin.transfer',
  seat: s1,
  id: null,
  instrument: A,
  amount: money(amount),
})
const shock = (more: Partial<ShockRequest> = {}): Command => ({
  type: 'market.shock',
  shock: { instrument: null, move: rate('-0.05'), minutes: 10, givenBack: 'half', ...more },
})
const news = (headline: string): Command => ({ type: 'news.publish', headline, shock: null })
const join = (id: string): Command => ({
  type: 'seat.join',
  seat: seatId(id),
  kind: 'human',
  character: null,
})

/** A scripted round after some of its player's orders. */
function after(orders: readonly string[], wishes: ConstructorParameters<typeof Scripted>[0] = {}): Scripted {
  const s = new Scripted(wishes)
  for (const order of orders) s.order(order)
  return s
}

function afterNamed(): Round {
  const { round } = new Scripted()
  execute(round, place('buy 1 A', {}, { client: 'tab', n: 1 }))
  return round
}

function afterBell(): Round {
  const { round } = new Scripted()
  execute(round, { type: 'round.end' })
  return round
}

function wiped(): Round {
  const s = after(['buy 45 A'])
  s.move({ A: 70 })
  return s.round
}

function crowded(): Round {
  const s = new Scripted()
  for (let n = 0; n < 50; n += 1) s.order('buy 0.001 A', limit(50))
  return s.round
}

function waiting(): Round {
  const s = new Scripted()
  s.order('buy 1 A', limit(50))
  return s.round
}

/** A round whose prices come from the feed: a scripted market bears no shock. */
function fed(commands: readonly Command[] = []): Round {
  const { market } = standardConfig({ id: roundId('r_test') })
  const { round } = new Scripted({ config: { market } })
  for (const command of commands) execute(round, command)
  return round
}

const fresh = () => new Scripted().round
const held = (wishes: ConstructorParameters<typeof Scripted>[0] = {}) => after(['buy 1 A'], wishes).round

/** One way to hear each reason. A reason without a line does not compile. */
const refusals: Readonly<Record<RejectionReason, () => Refused>> = {
  command_gap: () => ({
    round: afterNamed(),
    command: place('buy 1 A', {}, { client: 'tab', n: 3 }),
    limit: '2',
  }),
  command_conflict: () => ({ round: afterNamed(), command: place('buy 2 A', {}, { client: 'tab', n: 1 }) }),
  round_not_in_lobby: () => ({ round: fresh(), command: { type: 'round.start' } }),
  word_not_committed: () => ({
    round: openRound(standardConfig({ id: roundId('r_1') }), seedFromText('words')),
    command: { type: 'round.start', words: [{ seat: s1, word: '0'.repeat(64) }] },
  }),
  round_not_running: () => ({ round: afterBell(), command: place('buy 1 A') }),
  round_over: () => ({ round: afterBell(), command: join('s2') }),
  round_full: () => ({
    round: new Scripted({ config: { seatsMax: 1 } }).round,
    command: join('s2'),
    limit: '1',
  }),
  seat_taken: () => ({ round: fresh(), command: join('s1') }),
  seat_unknown: () => ({ round: fresh(), command: { ...cancel('s1-o1'), seat: seatId('s9') } }),
  account_wiped: () => ({ round: wiped(), command: place('buy 1 A') }),
  market_scripted: () => ({ round: fresh(), command: shock() }),
  instrument_unknown: () => ({ round: fresh(), command: place('buy 1 Z') }),
  order_unknown: () => ({ round: fresh(), command: cancel('s1-o1') }),
  quantity_not_positive: () => ({ round: fresh(), command: place('buy 0 A') }),
  quantity_off_increment: () => ({ round: fresh(), command: place('buy 0.0015 A'), limit: '0.001' }),
  quantity_above_max: () => ({ round: fresh(), command: place('buy 1000001 A'), limit: '1000000' }),
  price_missing: () => ({ round: fresh(), command: tick }),
  price_unexpected: () => ({
    round: fresh(),
    command: place('buy 1 A', { limitPrice: limit(90).limitPrice ?? null }),
  }),
  price_not_positive: () => ({ round: fresh(), command: place('buy 1 A', limit(0)) }),
  price_off_increment: () => ({ round: fresh(), command: place('buy 1 A', limit('95.001')), limit: '0.01' }),
  trigger_already_met: () => ({ round: fresh(), command: place('sell 1 A', stop(105)) }),
  orders_too_many: () => ({ round: crowded(), command: place('buy 0.001 A', limit(50)), limit: '50' }),
  nothing_to_reduce: () => ({ round: fresh(), command: place('sell 1 A', { reduceOnly: true }) }),
  mode_not_allowed: () => ({
    round: new Scripted({ rules: { modePolicy: 'cross-only' } }).round,
    command: mode('isolated'),
  }),
  mode_locked_by_position: () => ({ round: held(), command: mode('isolated') }),
  mode_locked_by_order: () => ({ round: waiting(), command: mode('isolated') }),
  leverage_below_one: () => ({ round: fresh(), command: leverage(0.99), limit: '1' }),
  leverage_above_max: () => ({ round: fresh(), command: leverage(20.01), limit: '20' }),
  leverage_above_tier: () => ({
    round: new Scripted({ leverage: 20, rules: { closingFeeRate: rate('0.05') } }).round,
    command: place('buy 1 A'),
    limit: '18.18',
  }),
  market_too_thin: () => ({ round: movedMarket().round, command: place('buy 1500 A') }),
  position_unknown: () => ({ round: fresh(), command: transfer(1) }),
  position_not_isolated: () => ({ round: held(), command: transfer(1) }),
  amount_not_valid: () => ({ round: held({ mode: 'isolated' }), command: transfer(0) }),
  margin_insufficient: () => ({ round: fresh(), command: place('buy 50.001 A'), shortfall: '0.02' }),
  margin_not_removable: () => ({ round: held({ mode: 'isolated' }), command: transfer(-1), limit: '0' }),
  shock_move_not_valid: () => ({ round: fed(), command: shock({ move: rate('0.2001') }), limit: '0.2' }),
  shock_minutes_not_valid: () => ({ round: fed(), command: shock({ minutes: 241 }), limit: '240' }),
  shocks_too_many: () => ({ round: fed(Array(20).fill(shock())), command: shock(), limit: '20' }),
  headline_not_valid: () => ({ round: fresh(), command: news(''), limit: '120' }),
  news_too_many: () => ({ round: fed(Array(20).fill(news('Calm'))), command: news('Calm'), limit: '20' }),
}

describe('every reason to say no', () => {
  test.each(REJECTION_REASONS)('ORD-012 %s is told, and nothing has changed', (reason) => {
    const { round, command, limit: bound, shortfall } = refusals[reason]()
    const before = affairs(round)
    const outcome = execute(round, command)
    const told: Rejection | null = outcome.status === 'rejected' ? outcome.rejection : null
    expect(told?.reason).toBe(reason)
    expect(told?.limit).toBe(bound)
    expect(told?.shortfall?.toFixed()).toBe(shortfall)
    expect(affairs(round)).toBe(before)
  })

  test.each(REJECTION_REASONS)('ORD-012 %s is told again when it is asked again', (reason) => {
    const { round, command } = refusals[reason]()
    const first = execute(round, command)
    const second = execute(round, command)
    if (first.status !== 'rejected' || second.status !== 'rejected') throw new Error('both are refused')
    expect(second.rejection).toEqual(first.rejection)
  })

  test('ORD-012 each reason is in the list once', () => {
    expect(new Set(REJECTION_REASONS).size).toBe(REJECTION_REASONS.length)
    expect(Object.keys(refusals)).toEqual([...REJECTION_REASONS])
  })
})

describe('what a refusal leaves behind', () => {
  test('RND-001 of a command without a name: the attempt, for the replay, to its own seat', () => {
    const s = new Scripted()
    const outcome = s.order('buy 0 A')
    expect(outcome.events).toEqual([
      {
        type: 'command.rejected',
        seat: s1,
        command: 'order.place',
        rejection: { reason: 'quantity_not_positive' },
      },
    ])
  })

  test('RND-008 the attempt is part of the fingerprint', () => {
    const s = new Scripted()
    const before = s.round.fingerprint
    s.order('buy 0 A')
    expect(s.round.fingerprint).not.toBe(before)
  })

  test('RND-008 of somebody without an account: nothing, not even the attempt', () => {
    const s = new Scripted()
    const before = s.round.fingerprint
    const outcome = s.order('buy 1 A', {}, seatId('s9'))
    expect(reasonOf(outcome)).toBe('seat_unknown')
    expect(outcome.events).toEqual([])
    expect(s.round.fingerprint).toBe(before)
  })

  test.each<[string, Command]>([
    ['a second start', { type: 'round.start' }],
    ['a tick without marks', tick],
    ['a seat that is taken', join('s1')],
  ])('RND-008 of %s: nothing', (_what, command) => {
    const { round } = new Scripted()
    const before = round.fingerprint
    expect(execute(round, command)).toMatchObject({ status: 'rejected', events: [] })
    expect(round.fingerprint).toBe(before)
  })
})
