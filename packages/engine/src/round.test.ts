import { describe, expect, test } from 'vitest'
import { reasonOf, request, Scripted, stop } from '../test/scripted.ts'
import {
  ConfigProblem,
  canonical,
  execute,
  instrumentId,
  money,
  openRound,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
  view,
  viewEvent,
} from './index.ts'

const config = standardConfig({ id: roundId('r_1'), ticks: 5 })
const join = (id: string) =>
  ({ type: 'seat.join', seat: seatId(id), kind: 'human', character: null }) as const

describe('the life of a round', () => {
  test('RND-001 a round waits, runs and ends, each once', () => {
    const round = openRound(config, seedFromText('life'))
    expect(round.phase).toBe('lobby')
    expect(reasonOf(execute(round, { type: 'clock.advance' }))).toBe('round_not_running')
    expect(reasonOf(execute(round, { type: 'round.start' }))).toBe('accepted')
    expect(reasonOf(execute(round, { type: 'round.start' }))).toBe('round_not_in_lobby')
    for (let n = 0; n < 5; n += 1) execute(round, { type: 'clock.advance' })
    expect(round.phase).toBe('ended')
    expect(reasonOf(execute(round, { type: 'clock.advance' }))).toBe('round_not_running')
    expect(reasonOf(execute(round, { type: 'round.end' }))).toBe('round_not_running')
  })

  test('RND-001 a host may ring the bell early', () => {
    const round = openRound(config, seedFromText('early'))
    execute(round, { type: 'round.start' })
    execute(round, { type: 'clock.advance' })
    expect(reasonOf(execute(round, { type: 'round.end' }))).toBe('accepted')
    expect(round.phase).toBe('ended')
    expect(round.tick).toBe(1)
  })

  test('RND-002 prices move, then orders fill, then buckets are liquidated, then the board is made', () => {
    const s = new Scripted({ config: { standingsEvery: 1 } })
    s.order('buy 10 B')
    s.order('buy 35 A')
    s.order('sell 5 B', { ...stop(95), reduceOnly: true })
    const types = s.move({ A: 70, B: 95 }).map(({ type }) => type)
    const steps = types.filter((type) => type !== 'bucket.settled' && type !== 'seat.liquidated')
    expect(steps).toEqual([
      'market.moved',
      'order.filled',
      'position.liquidated',
      'position.liquidated',
      'account.wiped',
      'standings.published',
    ])
  })

  test('RND-003 orders of one tick fill at one price', () => {
    const s = new Scripted()
    const other = s.join('s2')
    s.order('buy 1 A')
    s.order('buy 1000 B', {}, other)
    s.order('buy 1 A', {}, other)
    expect(s.position('A').entryCost.toFixed()).toBe(s.position('A', other).entryCost.toFixed())
  })

  test('RND-004 a seat gets the starting cash once, in the lobby or later', () => {
    const round = openRound({ ...config, seatsMax: 2 }, seedFromText('join'))
    execute(round, join('s1'))
    expect(reasonOf(execute(round, join('s1')))).toBe('seat_taken')
    execute(round, { type: 'round.start' })
    execute(round, join('s2'))
    expect(round.accounts.get(seatId('s2'))?.cash.toFixed()).toBe('10000')
    expect(reasonOf(execute(round, join('s3')))).toBe('round_full')
  })

  test('RND-005 the bell takes back orders and closes positions at their marks without a fee', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('sell 5 A', { ...stop(50), reduceOnly: true })
    s.move({ A: 101 })
    execute(s.round, { type: 'round.end' })
    expect(s.account().positions.size).toBe(0)
    expect(s.account().orders.size).toBe(0)
    expect(s.account().cash.toFixed()).toBe('1010')
    expect(reasonOf(s.order('buy 1 A'))).toBe('round_not_running')
  })

  test('RND-006 the board ranks by equity, the wiped last, the later wipe before the earlier', () => {
    const s = new Scripted()
    for (const id of ['s2', 's3', 's4', 's5']) s.join(id)
    s.order('buy 1 A')
    s.order('buy 50 B', {}, seatId('s2'))
    s.order('buy 50 C', {}, seatId('s3'))
    s.move({ B: 70 })
    s.move({ C: 70 })
    s.move({ A: 105 })
    execute(s.round, { type: 'round.end' })
    expect(s.round.standings.map(({ seat, rank }) => [seat, rank])).toEqual([
      ['s1', 1],
      ['s4', 2],
      ['s5', 2],
      ['s3', 4],
      ['s2', 5],
    ])
  })
})

describe('what a seat may know', () => {
  test('RND-009 a view holds no secret, no books, no fingerprint and no other account', () => {
    const s = new Scripted()
    s.join('s2')
    const seen = view(s.round, seatId('s2'))
    expect(seen.secret).toBeNull()
    expect(seen.books).toBeNull()
    expect(seen.fingerprint).toBeNull()
    expect([...seen.accounts.keys()]).toEqual(['s2'])
    expect(view(s.round, null).accounts.size).toBe(0)
  })

  test('RND-009 an event of an account is for its seat alone, and the feed for nobody', () => {
    const s = new Scripted()
    const outcome = s.order('buy 1 A')
    for (const event of outcome.events) expect(viewEvent(event, seatId('s2'), s.round.config)).toBeNull()
    const [moved] = s.move({ A: 101 })
    if (moved?.type !== 'market.moved') throw new Error('a tick begins with the prices')
    expect(viewEvent(moved, s.seat, s.round.config)).toEqual({ ...moved, feed: null })
  })

  test('RND-012 with ranks hidden a seat sees its own row until the bell', () => {
    const s = new Scripted({ config: { ranksVisible: 'bell', standingsEvery: 1 } })
    s.join('s2')
    s.move({})
    expect(view(s.round, s.seat).standings.map(({ seat }) => seat)).toEqual(['s1'])
    expect(view(s.round, null).standings).toEqual([])
    execute(s.round, { type: 'round.end' })
    expect(view(s.round, s.seat).standings).toHaveLength(2)
  })
})

describe('configurations', () => {
  test.each`
    choices                                                          | problem
    ${{ ticks: 0 }}                                                  | ${/ticks/}
    ${{ instruments: [] }}                                           | ${/at least one instrument/}
    ${{ instruments: [instrumentId('NOPE')] }}                       | ${/no instrument NOPE/}
    ${{ scenario: 'nonsense' }}                                      | ${/no scenario nonsense/}
    ${{ volatility: 100 }}                                           | ${/volatility/}
    ${{ leverageMax: rate(500) }}                                    | ${/leverage cap/}
    ${{ modePolicy: 'cross-only', defaultMode: 'isolated' }}         | ${/policy allows/}
    ${{ startingCash: money(0) }}                                    | ${/starting cash/}
    ${{ rules: { takerFeeRate: rate('0.101') } }}                    | ${/taker fee/}
    ${{ rules: { makerFeeRate: rate('-0.0001') } }}                  | ${/maker fee/}
    ${{ rules: { closingFeeRate: rate('0.101') } }}                  | ${/closing fee/}
    ${{ rules: { funding: { everyTicks: 0, rate: rate(0) } } }}      | ${/funding is paid/}
    ${{ rules: { funding: { everyTicks: 1, rate: rate('0.02') } } }} | ${/funding rate/}
    ${{ rules: { insuranceFund: money(-1) } }}                       | ${/does not owe/}
  `('RND-011 $choices is refused with the reason', ({ choices, problem }) => {
    expect(() => standardConfig({ id: roundId('r_1'), ...choices })).toThrow(problem)
  })

  test('RND-011 the highest fees that can be played are a tenth of the notional', () => {
    const tenth = rate('0.1')
    const rules = { takerFeeRate: tenth, makerFeeRate: tenth, closingFeeRate: tenth }
    expect(standardConfig({ id: roundId('r_1'), rules }).rules).toMatchObject(rules)
  })

  test('RND-011 every reason is named at once', () => {
    try {
      standardConfig({ id: roundId('r_1'), ticks: 0, volatility: 99 })
      expect.unreachable()
    } catch (error) {
      expect(error instanceof ConfigProblem && error.problems).toHaveLength(2)
    }
  })
})

describe('money', () => {
  test('RND-013 amounts are rounded once and never for the player', () => {
    const s = new Scripted({ leverage: 3, mode: 'isolated', rules: { takerFeeRate: rate('0.00033333') } })
    s.order('buy 0.001 A')
    expect(s.position('A').margin.toFixed()).toBe('0.03333334')
    expect(s.account().feesPaid.toFixed()).toBe('0.00003334')
  })

  test('RND-008 a fingerprint depends on every command', () => {
    const play = (units: string) => {
      const round = openRound(config, seedFromText('print'))
      execute(round, join('s1'))
      execute(round, { type: 'round.start' })
      execute(round, {
        type: 'order.place',
        seat: seatId('s1'),
        id: null,
        order: request(`buy ${units} BTC`),
      })
      return round.fingerprint
    }
    expect(play('0.01')).toBe(play('0.01'))
    expect(play('0.01')).not.toBe(play('0.02'))
  })

  test('RND-008 canonical text has sorted keys, plain decimals and maps as pairs', () => {
    expect(canonical({ b: money('1e-8'), a: new Map([['k', 1]]), c: undefined })).toBe(
      '{"a":[["k",1]],"b":"0.00000001"}',
    )
  })
})
