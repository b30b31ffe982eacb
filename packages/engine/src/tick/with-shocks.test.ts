import { describe, expect, test } from 'vitest'
import { known } from '../assert.ts'
import {
  type Command,
  execute,
  instrumentId,
  openRound,
  type Price,
  type Round,
  type RoundChoices,
  type RoundEvent,
  rate,
  roundId,
  type ShockRequest,
  seatId,
  seedFromText,
  standardConfig,
  view,
  viewEvent,
} from '../index.ts'

const BTC = instrumentId('BTC')
const tick: Command = { type: 'clock.advance' }
const crash: ShockRequest = { instrument: null, move: rate('-0.2'), minutes: 10, givenBack: 'none' }
const shock = (more: Partial<ShockRequest> = {}): Command => ({
  type: 'market.shock',
  shock: { ...crash, ...more },
})

function running(choices: Partial<RoundChoices> = {}): Round {
  const config = standardConfig({ id: roundId('r_shock'), scenario: 'normal', ...choices })
  const round = openRound(config, seedFromText('shock'))
  execute(round, { type: 'round.start' })
  return round
}

const send = (round: Round, command: Command, times = 1): readonly RoundEvent[] =>
  Array.from({ length: times }, () => execute(round, command).events).flat()

const markOf = (round: Round): Price => known(round.marks.get(BTC), 'Bitcoin is traded')

describe('marks under shocks', () => {
  test('RND-018 are the feed’s times the factor, on the increment', () => {
    const [calm, shaken] = [running(), running()]
    send(shaken, shock())
    send(calm, tick, 5)
    send(shaken, tick, 5)
    const { priceIncrement } = calm.config.instruments[0] ?? { priceIncrement: rate(1) }
    const expected = markOf(calm).times('0.8').toNearest(priceIncrement)
    expect(markOf(shaken).minus(expected).abs().lte(priceIncrement)).toBe(true)
    expect(markOf(shaken).mod(priceIncrement).isZero()).toBe(true)
  })

  test('RND-018 where trades move prices, are what they move', () => {
    const [calm, shaken] = [running(), running({ impact: 'stretched' })]
    send(shaken, shock({ minutes: 60 }))
    send(calm, tick, 40)
    send(shaken, tick, 40)
    const told = known(shaken.impacts.get(BTC), 'trades move bitcoin')
    expect(told.base.div(markOf(calm)).toNumber()).toBeCloseTo(0.8, 4)
    expect(markOf(shaken).lt(told.base)).toBe(true)
  })

  test('RND-018 leave the feed and its dice as they were', () => {
    const [calm, shaken] = [running(), running()]
    send(shaken, shock())
    send(calm, tick, 20)
    send(shaken, tick, 20)
    expect(shaken.secret).toEqual(calm.secret)
    expect(shaken.fingerprint).not.toBe(calm.fingerprint)
  })

  test('RND-018 move with the next tick, and not before it', () => {
    const round = running()
    send(round, tick, 3)
    const before = markOf(round)
    expect(send(round, shock()).map(({ type }) => type)).toEqual(['market.shocked'])
    expect(markOf(round)).toBe(before)
    send(round, tick)
    expect(markOf(round).lt(before)).toBe(true)
  })

  test('RND-018 never are nothing, however often the market falls', () => {
    const round = running()
    const { priceIncrement } = round.config.instruments[0] ?? { priceIncrement: rate(1) }
    send(round, shock({ instrument: BTC, minutes: 1 }), 20)
    send(round, tick, 3)
    expect(markOf(round).gte(priceIncrement)).toBe(true)
    expect(send(round, shock()).length).toBe(0)
  })

  test.each<[string, Partial<ShockRequest>, string]>([
    ['no move', { move: rate(0) }, 'shock_move_not_valid'],
    ['more than a fifth down', { move: rate('-0.21') }, 'shock_move_not_valid'],
    ['half a minute', { minutes: 1.5 }, 'shock_minutes_not_valid'],
    ['no minute', { minutes: 0 }, 'shock_minutes_not_valid'],
    ['an instrument nobody trades', { instrument: instrumentId('NOPE') }, 'instrument_unknown'],
  ])('RND-018 a shock of %s is refused', (_, more, reason) => {
    expect(execute(running(), shock(more))).toMatchObject({ status: 'rejected', rejection: { reason } })
  })

  test.each(['market.shock', 'news.publish'] as const)(
    'RND-018 RND-019 %s waits for an open market',
    (type) => {
      const command: Command = type === 'market.shock' ? shock() : { type, headline: 'Calm', shock: null }
      const lobby = openRound(standardConfig({ id: roundId('r_shock') }), seedFromText('shock'))
      const ended = running()
      send(ended, { type: 'round.end' })
      for (const round of [lobby, ended]) {
        expect(execute(round, command)).toMatchObject({ rejection: { reason: 'round_not_running' } })
      }
    },
  )
})

describe('news', () => {
  test('RND-019 stand in the round for all, with the shock behind them or without', () => {
    const round = running()
    send(round, tick, 2)
    send(round, { type: 'news.publish', headline: 'An exchange is hacked', shock: crash })
    send(round, { type: 'news.publish', headline: 'It was a hoax', shock: null })
    expect(view(round, null).news).toEqual([
      { tick: 2, headline: 'An exchange is hacked' },
      { tick: 2, headline: 'It was a hoax' },
    ])
    expect(round.shocks).toHaveLength(1)
  })

  test('RND-019 a headline whose shock is refused is not shown', () => {
    const round = running()
    const command: Command = { type: 'news.publish', headline: 'Boom', shock: { ...crash, minutes: 0 } }
    expect(execute(round, command)).toMatchObject({ rejection: { reason: 'shock_minutes_not_valid' } })
    expect(round.news).toEqual([])
  })

  test('RND-019 everybody hears of a shock and nobody where it leads', () => {
    const round = running()
    const [event] = send(round, shock({ instrument: BTC }))
    expect(round.shocks[0]?.plan?.move.toFixed()).toBe('-0.2')
    for (const seat of [null, seatId('s1')]) {
      expect(event && viewEvent(event, seat, round.config)).toEqual({
        type: 'market.shocked',
        tick: 0,
        instrument: BTC,
        plan: null,
      })
      expect(view(round, seat).shocks).toEqual([{ tick: 0, instrument: BTC, plan: null }])
    }
  })
})
