import { describe, expect, test } from 'vitest'
import { affairs, limit, reasonOf, request, Scripted, stop } from '../test/scripted.ts'
import {
  evolve,
  execute,
  openRound,
  type Phase,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from './index.ts'

const config = standardConfig({ id: roundId('r_1'), ticks: 3 })
const s1 = seatId('s1')

/** A round in a phase of its life, with a player. */
function inPhase(phase: Phase) {
  const round = openRound(config, seedFromText('life'))
  execute(round, { type: 'seat.join', seat: s1, kind: 'human', character: null })
  if (phase !== 'lobby') execute(round, { type: 'round.start' })
  if (phase === 'ended') execute(round, { type: 'round.end' })
  return round
}

describe('what may happen when', () => {
  const ask = {
    start: { type: 'round.start' },
    tick: { type: 'clock.advance' },
    end: { type: 'round.end' },
    join: { type: 'seat.join', seat: seatId('s2'), kind: 'human', character: null },
    order: { type: 'order.place', seat: s1, id: null, order: request('buy 0.01 BTC') },
  } as const
  test.each`
    name       | command      | lobby                  | running                 | ended
    ${'start'} | ${ask.start} | ${'accepted'}          | ${'round_not_in_lobby'} | ${'round_not_in_lobby'}
    ${'tick'}  | ${ask.tick}  | ${'round_not_running'} | ${'accepted'}           | ${'round_not_running'}
    ${'end'}   | ${ask.end}   | ${'round_not_running'} | ${'accepted'}           | ${'round_not_running'}
    ${'join'}  | ${ask.join}  | ${'accepted'}          | ${'accepted'}           | ${'round_over'}
    ${'order'} | ${ask.order} | ${'round_not_running'} | ${'accepted'}           | ${'round_not_running'}
  `('RND-001 $name: $lobby, then $running, then $ended', (row) => {
    for (const phase of ['lobby', 'running', 'ended'] as const) {
      expect(reasonOf(execute(inPhase(phase), row.command))).toBe(row[phase])
    }
  })

  test('RND-001 starting opens the market and makes the first board', () => {
    const { events } = execute(inPhase('lobby'), { type: 'round.start' })
    expect(events.map(({ type }) => type)).toEqual(['round.started', 'standings.published'])
    expect(events.at(-1)).toMatchObject({ final: false, rows: [{ seat: 's1', rank: 1 }] })
  })

  test('RND-001 the clock rings the bell in the last tick, and not before', () => {
    const round = inPhase('running')
    const phases = [1, 2, 3].map(() => {
      execute(round, { type: 'clock.advance' })
      return round.phase
    })
    expect(phases).toEqual(['running', 'running', 'ended'])
    expect(round.tick).toBe(3)
  })
})

describe('the bell', () => {
  test.each`
    mode          | order          | mark     | cash
    ${'cross'}    | ${'buy 10 A'}  | ${'110'} | ${'1090'}
    ${'cross'}    | ${'sell 10 A'} | ${'110'} | ${'890'}
    ${'isolated'} | ${'buy 10 A'}  | ${'90'}  | ${'890'}
    ${'isolated'} | ${'sell 10 A'} | ${'90'}  | ${'1090'}
  `('RND-005 $mode, $order, closed at $mark without a fee: $cash', ({ mode, order, mark, cash }) => {
    const rules = { takerFeeRate: rate('0.01'), makerFeeRate: rate('0.01'), closingFeeRate: rate('0.01') }
    const s = new Scripted({ mode, rules })
    s.order(order)
    s.move({ A: mark })
    execute(s.round, { type: 'round.end' })
    expect(s.cash()).toBe(cash)
    expect(s.account().feesPaid.toFixed()).toBe('10')
    expect(s.account().positions.size).toBe(0)
  })

  test('RND-005 goes order by order and position by position, seat by seat; then the ranks freeze', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 1 A')
    s.order('buy 1 B', limit(90))
    s.order('sell 1 A', stop(90), other)
    const { events } = execute(s.round, { type: 'round.end' })
    expect(events.map((event) => [event.type, 'seat' in event ? event.seat : null])).toEqual([
      ['order.cancelled', 's1'],
      ['position.settled', 's1'],
      ['order.cancelled', 's2'],
      ['round.ended', null],
      ['standings.published', null],
    ])
    expect(events[0]).toMatchObject({ reason: 'round_ended' })
    expect(events.at(-1)).toMatchObject({ final: true })
  })

  test('RND-005 the frozen ranks are those of the money that is left', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 10 A', {}, other)
    s.move({ A: 105 })
    execute(s.round, { type: 'round.end' })
    expect(s.round.standings.map(({ seat, rank, equity }) => `${rank} ${seat} ${equity.toFixed()}`)).toEqual([
      '1 s2 1050',
      '2 s1 1000',
    ])
    expect(s.cash(other)).toBe('1050')
  })
})

describe('what a command leaves', () => {
  test('RND-001 is what its events say: folded elsewhere they give the same round', () => {
    const s = new Scripted()
    const twin = new Scripted()
    for (const outcome of [
      s.order('buy 5 A'),
      s.order('sell 2 A', stop(95)),
      s.leverage('B', 3),
      s.order('buy 0 A'),
    ]) {
      for (const event of outcome.events) evolve(twin.round, event)
    }
    for (const event of s.move({ A: 94 })) evolve(twin.round, event)
    expect(affairs(twin.round)).toBe(affairs(s.round))
    expect(twin.round.fingerprint).toBe(s.round.fingerprint)
  })

  test('RND-001 a configuration is never changed by what is played with it', () => {
    const before = JSON.stringify(config)
    const round = inPhase('running')
    for (let n = 0; n < 3; n += 1) execute(round, { type: 'clock.advance' })
    expect(JSON.stringify(config)).toBe(before)
  })
})

describe('the order of a tick', () => {
  test('RND-002 an order fills before funding is paid, so that it pays as well', () => {
    const s = new Scripted({ rules: { funding: { everyTicks: 1, rate: rate('0.01') } } })
    s.order('buy 1 A', limit(95))
    expect(
      s
        .move({ A: 95 })
        .map(({ type }) => type)
        .slice(0, 3),
    ).toEqual(['market.moved', 'order.filled', 'funding.paid'])
    expect(s.cash()).toBe('999.05')
  })

  test('RND-002 a stop fills before its bucket would be liquidated', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.order('sell 10 A', stop(97))
    const types = s.move({ A: '95.2' }).map(({ type }) => type)
    expect(types).toContain('order.filled')
    expect(types).not.toContain('position.liquidated')
    expect(s.cash()).toBe('952')
  })

  test('RND-002 the bell of the last tick rings after liquidation', () => {
    const s = new Scripted({ config: { clock: { ticks: 1, tickMs: 250, marketMinutesPerTick: 2 } } })
    s.order('buy 50 A')
    const types = s.move({ A: 80 }).map(({ type }) => type)
    expect(types.indexOf('position.liquidated')).toBeGreaterThan(0)
    expect(types).not.toContain('position.settled')
    expect(types.slice(-2)).toEqual(['round.ended', 'standings.published'])
  })
})
