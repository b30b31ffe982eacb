import { describe, expect, test } from 'vitest'
import { limit, request, Scripted, type Wishes } from '../test/scripted.ts'
import type { RoundEvent } from './event.ts'
import { canonical, execute, money, type Seat, type SeatId, seatId } from './index.ts'
import { audience, privateEvent, publicEvent, view, viewEvent } from './view.ts'

const s1 = seatId('s1')
const s2 = seatId('s2')

/** Who hears of each type of event. A new type without a line does not compile. */
const hearers: Readonly<Record<RoundEvent['type'], 'all' | 'its seat'>> = {
  'seat.joined': 'all',
  'account.opened': 'its seat',
  'round.started': 'all',
  'market.moved': 'all',
  'market.shocked': 'all',
  'news.published': 'all',
  'order.placed': 'its seat',
  'order.filled': 'its seat',
  'position.settled': 'its seat',
  'order.cancelled': 'its seat',
  'leverage.set': 'its seat',
  'margin-mode.set': 'its seat',
  'margin.transferred': 'its seat',
  'funding.paid': 'its seat',
  'position.liquidated': 'its seat',
  'bucket.settled': 'its seat',
  'position.deleveraged': 'its seat',
  'loss.socialised': 'its seat',
  'seat.liquidated': 'all',
  'account.wiped': 'all',
  'standings.published': 'all',
  'cascade.gauged': 'all',
  'round.ended': 'all',
  'command.answered': 'its seat',
  'command.rejected': 'its seat',
}

/** A round of two seats, in which the second has an account worth looking at. */
function two(wishes: Wishes = {}): Scripted {
  const s = new Scripted({ config: { standingsEvery: 1 }, ...wishes })
  s.join('s2')
  s.order('buy 2 A')
  s.order('buy 5 B', {}, s2)
  s.order('buy 1 A', limit(90), s2)
  for (const seat of [s1, s2]) {
    s.send({ type: 'order.place', seat, id: { client: 'tab', n: 1 }, order: request('buy 1 C') })
  }
  return s
}

/** The events of a tick in which the first seat is liquidated and wiped. */
function wipe(wishes: Wishes = {}) {
  const s = two(wishes)
  s.order('buy 40 A')
  const events = s.move({ A: 70 })
  const of = (type: RoundEvent['type']) => {
    const found = events.find((event) => event.type === type)
    if (!found) throw new Error(`no ${type}`)
    return found
  }
  return { config: s.round.config, events, of }
}

describe('who hears of an event', () => {
  test.each(Object.entries(hearers))('RND-009 of %s: %s', (type, heardBy) => {
    const event = { type, seat: s1, tick: 1 } as never
    expect(audience(event)).toBe(heardBy === 'all' ? 'all' : s1)
  })

  test('RND-009 that somebody sits down is for all, although it names a seat', () => {
    const seat: Seat = { id: s2, kind: 'human', character: null, joinedAtTick: 0 }
    expect(audience({ type: 'seat.joined', seat })).toBe('all')
  })
})

describe('what a seat may know of a round', () => {
  test.each([
    ['s1', s1],
    ['s2', s2],
  ])('RND-009 %s sees its own account and answers, whole, and no other', (_name, seat) => {
    const { round } = two()
    const seen = view(round, seat)
    expect([...seen.accounts.keys()]).toEqual([seat])
    expect(seen.accounts.get(seat)).toBe(round.accounts.get(seat))
    expect([...seen.receipts.keys()]).toEqual([`${seat}/tab`])
    expect([seen.secret, seen.books, seen.fingerprint]).toEqual([null, null, null])
  })

  test.each<[string, SeatId | null]>([
    ['somebody who watches', null],
    ['a seat that nobody took', seatId('s9')],
  ])('RND-009 %s sees the market and the seats, and no account', (_who, seat) => {
    const { round } = two()
    const seen = view(round, seat)
    expect([...seen.seats.keys()]).toEqual(['s1', 's2'])
    expect(canonical(seen.marks)).toBe(canonical(round.marks))
    expect([seen.accounts.size, seen.receipts.size]).toEqual([0, 0])
  })

  test('RND-009 a seat whose name begins like another has its own answers', () => {
    const s = two()
    s.join('s11')
    s.send({ type: 'order.place', seat: seatId('s11'), id: { client: 'x', n: 1 }, order: request('buy 1 C') })
    expect([...view(s.round, s1).receipts.keys()]).toEqual(['s1/tab'])
    expect([...view(s.round, seatId('s11')).receipts.keys()]).toEqual(['s11/x'])
  })

  test('RND-009 names neither the seed nor what the feed remembers', () => {
    const { round } = two()
    for (const seat of [s1, s2, null]) {
      const said = canonical(view(round, seat))
      expect(said).not.toContain(round.secret?.seed)
      expect(said).not.toContain('"feed"')
    }
  })

  test('RND-009 is a copy: what the round does later does not show in it', () => {
    const s = two()
    const seen = view(s.round, s1)
    const said = canonical(seen)
    s.order('buy 1 A')
    s.move({ A: 120 })
    s.join('s3')
    expect(canonical(seen)).toBe(said)
  })
})

describe('what is seen of a board', () => {
  test.each`
    ranks     | seat    | rows
    ${'live'} | ${s1}   | ${['s1', 's2']}
    ${'live'} | ${null} | ${['s1', 's2']}
    ${'bell'} | ${s1}   | ${['s1']}
    ${'bell'} | ${s2}   | ${['s2']}
    ${'bell'} | ${null} | ${[]}
  `('RND-012 with ranks shown $ranks, $seat sees $rows', ({ ranks, seat, rows }) => {
    const s = two({ config: { standingsEvery: 1, ranksVisible: ranks } })
    const board = s.move({ A: 101 }).find(({ type }) => type === 'standings.published')
    expect(view(s.round, seat).standings.map((row) => row.seat)).toEqual(rows)
    const event = board ? viewEvent(board, seat, s.round.config) : null
    expect(event?.type === 'standings.published' ? event.rows.map((row) => row.seat) : []).toEqual(rows)
  })

  test.each([s1, null])('RND-012 the board after the bell is for %s too', (seat) => {
    const s = two({ config: { ranksVisible: 'bell' } })
    const { events } = execute(s.round, { type: 'round.end' })
    const last = events.at(-1)
    const seen = last ? viewEvent(last, seat, s.round.config) : null
    expect(seen?.type === 'standings.published' && seen.rows).toHaveLength(2)
    expect(view(s.round, seat).standings).toHaveLength(2)
  })
})

describe('what others hear of an end', () => {
  test('RND-009 that a seat was wiped, without the money that was left', () => {
    const s = new Scripted({ mode: 'isolated', rules: { wipedBelow: money(900) } })
    s.order('buy 10 A')
    const wiped = s.move({ A: 70 }).find(({ type }) => type === 'account.wiped')
    if (wiped?.type !== 'account.wiped') throw new Error('800 of 900 dollars are too few')
    expect(wiped.postings).toMatchObject([{ amount: money(800) }])
    const { config } = s.round
    expect(viewEvent(wiped, s1, config)).toBe(wiped)
    expect(viewEvent(wiped, s2, config)).toEqual({ ...wiped, postings: [] })
    expect(viewEvent(wiped, null, config)).toEqual({ ...wiped, postings: [] })
    expect(privateEvent(wiped, s1, config)).toBe(wiped)
    expect(privateEvent(wiped, s2, config)).toBeNull()
  })

  test.each`
    ranks     | heard
    ${'live'} | ${true}
    ${'bell'} | ${false}
  `('RND-012 with ranks shown $ranks, others hear that a seat was liquidated: $heard', ({ ranks, heard }) => {
    const { of, config } = wipe({ config: { ranksVisible: ranks } })
    const liquidated = of('seat.liquidated')
    expect(viewEvent(liquidated, s1, config)).toBe(liquidated)
    expect(viewEvent(liquidated, s2, config)).toEqual(heard ? liquidated : null)
    expect(publicEvent(liquidated, config)).toEqual(heard ? liquidated : null)
  })

  test('RND-009 no amount of a liquidation reaches another seat', () => {
    const { events, config } = wipe()
    const ofOthers = events.filter((event) => !('seat' in event && event.seat === s2))
    const heard = ofOthers.map((event) => viewEvent(event, s2, config)).filter((event) => event !== null)
    expect(new Set(heard.map(({ type }) => type))).toEqual(
      new Set(['market.moved', 'seat.liquidated', 'account.wiped', 'standings.published']),
    )
  })
})

describe('the two parts of what a seat hears', () => {
  test('RND-010 a public event has no private part unless it holds something of the seat', () => {
    const { of, config } = wipe()
    expect(privateEvent(of('market.moved'), s1, config)).toBeNull()
    expect(privateEvent(of('seat.liquidated'), s1, config)).toBeNull()
    expect(privateEvent(of('account.wiped'), s2, config)).toBeNull()
  })

  test('RND-010 an event of an account is private, and nothing of it public', () => {
    const s = two()
    const { events } = s.order('buy 1 A')
    for (const event of events) {
      expect(publicEvent(event, s.round.config)).toBeNull()
      expect(privateEvent(event, s1, s.round.config)).toBe(event)
      expect(privateEvent(event, s2, s.round.config)).toBeNull()
    }
  })

  test('RND-012 with ranks hidden, the own row and the own liquidation are private', () => {
    const { of, config } = wipe({ config: { ranksVisible: 'bell', standingsEvery: 1 } })
    expect(privateEvent(of('seat.liquidated'), s1, config)).toBe(of('seat.liquidated'))
    const board = of('standings.published')
    expect(publicEvent(board, config)).toBeNull()
    expect(privateEvent(board, s2, config)).toMatchObject({ rows: [{ seat: 's2' }] })
  })
})
