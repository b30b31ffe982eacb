import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import { execute, type Round, seatId } from '../index.ts'
import { rankAccounts } from './publish-standings.ts'

const board = (round: Round) =>
  rankAccounts(round).map(({ seat, rank, equity }) => `${rank} ${seat} ${equity.toFixed()}`)

describe('the board', () => {
  test('RND-006 ranks by equity: cash, margins and what positions would bring', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.join('s2')
    s.join('s3')
    s.order('buy 10 A', {}, seatId('s2'))
    s.order('sell 10 A', {}, seatId('s3'))
    s.move({ A: 103 })
    expect(board(s.round)).toEqual(['1 s2 1030', '2 s1 1000', '3 s3 970'])
  })

  test.each`
    units           | ranks
    ${[0, 0, 0, 0]} | ${[1, 1, 1, 1]}
    ${[5, 5, 0, 0]} | ${[1, 1, 3, 3]}
    ${[5, 0, 0, 0]} | ${[1, 2, 2, 2]}
    ${[5, 5, 5, 0]} | ${[1, 1, 1, 4]}
    ${[3, 2, 1, 0]} | ${[1, 2, 3, 4]}
  `('RND-006 equals share a rank and the next is left out: $units gives $ranks', ({ units, ranks }) => {
    const s = new Scripted()
    for (const [index, held] of units.entries()) {
      const seat = index === 0 ? s.seat : s.join(`s${index + 1}`)
      if (held > 0) s.order(`buy ${held} A`, {}, seat)
    }
    s.move({ A: 110 })
    expect(rankAccounts(s.round).map(({ rank }) => rank)).toEqual(ranks)
  })

  test('RND-006 a wiped account stands behind one that owns less than nothing, the later wipe first', () => {
    const s = new Scripted()
    for (const id of ['s2', 's3', 's4']) s.join(id)
    s.order('buy 45 B', {}, seatId('s2'))
    s.order('buy 45 C', {}, seatId('s3'))
    s.order('buy 45 C', {}, seatId('s4'))
    s.order('buy 49 A')
    s.move({ B: 70 })
    s.move({ C: 70 })
    s.move({ A: 81 })
    expect(rankAccounts(s.round).map(({ seat, rank, wipedAtTick }) => [seat, rank, wipedAtTick])).toEqual([
      ['s1', 1, null],
      ['s3', 2, 2],
      ['s4', 2, 2],
      ['s2', 4, 1],
    ])
  })

  test('RND-006 counts liquidations, and remembers that there was one when the account went on', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 10 A')
    s.order('buy 10 B')
    s.move({ A: 70, B: 70 })
    const [row] = rankAccounts(s.round)
    expect([row?.liquidations, row?.wipedAtTick, row?.equity.toFixed()]).toEqual([2, null, '600'])
  })

  test('RND-006 seats that stand alike keep the order in which they sat down', () => {
    const s = new Scripted()
    for (const id of ['s9', 's5', 's7']) s.join(id)
    expect(rankAccounts(s.round).map(({ seat }) => seat)).toEqual(['s1', 's9', 's5', 's7'])
  })

  test('RND-006 no one is left out, no one stands above a richer one, and ranks count from 1', () => {
    const held = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(held, fc.integer({ min: 80, max: 120 }), (units, mark) => {
        const s = new Scripted()
        for (const [index, one] of units.entries()) {
          const seat = index === 0 ? s.seat : s.join(`s${index + 1}`)
          if (one !== 0) s.order(`${one > 0 ? 'buy' : 'sell'} ${Math.abs(one)} A`, {}, seat)
        }
        s.move({ A: mark })
        const rows = rankAccounts(s.round)
        expect(new Set(rows.map(({ seat }) => seat)).size).toBe(units.length)
        for (const [index, row] of rows.entries()) {
          const richer = rows.filter((other) => other.equity.gt(row.equity)).length
          expect(row.rank).toBe(richer + 1)
          expect(row.rank).toBeLessThanOrEqual(index + 1)
        }
      }),
      { numRuns: 25 },
    )
  })
})

describe('when a board is made', () => {
  test.each`
    every | ticks
    ${1}  | ${[1, 2, 3, 4, 5, 6]}
    ${3}  | ${[3, 6]}
    ${7}  | ${[]}
  `('RND-002 RND-006 every $every ticks: in ticks $ticks', ({ every, ticks }) => {
    const s = new Scripted({ config: { standingsEvery: every } })
    const made = [1, 2, 3, 4, 5, 6].flatMap((tick) =>
      s.move({}).some(({ type }) => type === 'standings.published') ? [tick] : [],
    )
    expect(made).toEqual(ticks)
  })

  test('RND-002 the last tick makes the final one, and no other beside it', () => {
    const clock = { ticks: 2, tickMs: 250, marketMinutesPerTick: 2 }
    const s = new Scripted({ config: { standingsEvery: 1, clock } })
    const finals = [s.move({}), s.move({})].map((events) =>
      events.filter((event) => event.type === 'standings.published').map(({ final }) => final),
    )
    expect(finals).toEqual([[false], [true]])
  })

  test('RND-005 after the bell it stays as it is', () => {
    const s = new Scripted()
    s.order('buy 10 A')
    s.move({ A: 104 })
    execute(s.round, { type: 'round.end' })
    const frozen = s.round.standings
    execute(s.round, { type: 'seat.join', seat: seatId('s2'), kind: 'human', character: null })
    s.order('buy 1 A')
    expect(s.round.standings).toBe(frozen)
    expect(board(s.round)).toEqual(['1 s1 1040'])
  })
})
