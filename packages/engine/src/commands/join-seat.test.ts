import { describe, expect, test } from 'vitest'
import { affairs, reasonOf, Scripted } from '../../test/scripted.ts'
import {
  checkJoin,
  execute,
  type JoinSeat,
  openRound,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from '../index.ts'

const join = (id: string, more: Partial<JoinSeat> = {}): JoinSeat => ({
  type: 'seat.join',
  seat: seatId(id),
  kind: 'human',
  character: null,
  ...more,
})
const lobby = (seatsMax = 3) =>
  openRound({ ...standardConfig({ id: roundId('r_1') }), seatsMax }, seedFromText('join'))

describe('taking a seat', () => {
  test.each(['lobby', 'running'])('RND-004 in a round that is %s gives the starting cash', (phase) => {
    const round = lobby()
    if (phase === 'running') execute(round, { type: 'round.start' })
    expect(reasonOf(execute(round, join('s1')))).toBe('accepted')
    expect(round.accounts.get(seatId('s1'))?.cash.toFixed()).toBe('10000')
    expect(round.books?.deposits.toFixed()).toBe('-20000')
  })

  test('RND-004 remembers the tick, and whether a person or an automatic player sits', () => {
    const s = new Scripted()
    s.move({})
    execute(s.round, join('s2', { kind: 'automatic', character: 'trend-follower' }))
    expect(s.round.seats.get(seatId('s2'))).toEqual({
      id: 's2',
      kind: 'automatic',
      character: 'trend-follower',
      joinedAtTick: 1,
    })
  })

  test('RND-004 opens an account with nothing in it but the deposit', () => {
    const s = new Scripted({ mode: 'isolated', leverage: 7 })
    const account = s.account(s.join('s2'))
    expect([account.positions.size, account.orders.size, account.fills, account.liquidations]).toEqual([
      0, 0, 0, 0,
    ])
    expect(account.wipedAtTick).toBeNull()
    expect([...account.settings.values()].map((one) => [one.marginMode, one.leverage.toFixed()])).toEqual([
      ['isolated', '7'],
      ['isolated', '7'],
      ['isolated', '7'],
    ])
  })

  test('RND-004 the last free seat is given, the next is not', () => {
    const round = lobby(2)
    expect([join('s1'), join('s2'), join('s3')].map((one) => reasonOf(execute(round, one)))).toEqual([
      'accepted',
      'accepted',
      'round_full',
    ])
    expect(round.seats.size).toBe(2)
  })

  test('RND-004 a seat taken twice gets no second deposit', () => {
    const s = new Scripted()
    const before = affairs(s.round)
    expect(reasonOf(execute(s.round, join('s1', { kind: 'automatic' })))).toBe('seat_taken')
    expect(affairs(s.round)).toBe(before)
  })

  test('ORD-012 over is told before full, and full before taken', () => {
    const s = new Scripted({ config: { seatsMax: 1 } })
    expect(checkJoin(s.round, join('s1'))?.reason).toBe('round_full')
    execute(s.round, { type: 'round.end' })
    expect(checkJoin(s.round, join('s1'))?.reason).toBe('round_over')
  })

  test('RND-016 says nothing about a name', () => {
    const round = lobby()
    const { events } = execute(round, join('s1'))
    const [joined] = events
    if (joined?.type !== 'seat.joined') throw new Error('a seat was taken')
    expect(Object.keys(joined.seat)).toEqual(['id', 'kind', 'character', 'joinedAtTick'])
  })
})
