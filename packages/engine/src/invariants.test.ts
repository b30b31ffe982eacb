import { describe, expect, test } from 'vitest'
import { limit, Scripted } from '../test/scripted.ts'
import { Fault } from './assert.ts'
import {
  type Account,
  type Books,
  instrumentId,
  money,
  type Position,
  type Round,
  seatId,
  size,
  view,
} from './index.ts'
import { checkInvariants } from './invariants.ts'

const s1 = seatId('s1')
const A = instrumentId('A')

/** A sound round with an isolated and a cross position and an order that waits. */
function sound(): Scripted {
  const s = new Scripted({ mode: 'isolated' })
  s.mode('B', 'cross')
  s.order('buy 5 A')
  s.order('sell 2 B')
  s.order('buy 1 C', limit(90))
  s.move({ A: 101, B: 99 })
  return s
}

const withAccount = ({ round }: Scripted, more: Partial<Account>): Round => {
  const account = round.accounts.get(s1)
  if (account) round.accounts.set(s1, { ...account, ...more })
  return round
}
const withPosition = (s: Scripted, id: string, more: Partial<Position>): Round =>
  withAccount(s, {
    positions: new Map(s.account().positions).set(instrumentId(id), { ...s.position(id), ...more }),
  })
const withBooks = ({ round }: Scripted, change: (books: Books) => Partial<Books>): Round => {
  if (round.books) round.books = { ...round.books, ...change(round.books) }
  return round
}

/** Takes money out of cash that goes nowhere else in the sum, so that only the second thing is wrong. */
const paidByHouse = (s: Scripted, amount: number): Scripted => {
  withBooks(s, ({ house }) => ({ house: money(house.minus(amount)) }))
  return s
}

describe('what must be true after every tick', () => {
  test('RND-007 is true of a sound round, and of what a seat may see of it', () => {
    const { round } = sound()
    expect(() => checkInvariants(round)).not.toThrow()
    expect(() => checkInvariants(view(round, s1))).not.toThrow()
    expect(() => checkInvariants(view(round, null))).not.toThrow()
  })

  test.each`
    amount           | where
    ${'0.00000001'}  | ${'house'}
    ${'-0.00000001'} | ${'house'}
    ${'1'}           | ${'insurance'}
    ${'-1'}          | ${'deposits'}
  `('RND-007 $amount that appeared in $where is found, and the sum is named', ({ amount, where }) => {
    const broken = withBooks(sound(), (books) => {
      const held = where === 'house' ? books.house : books.insurance
      const grown = money((where === 'deposits' ? books.deposits : held).plus(amount))
      return { [where]: grown }
    })
    expect(() => checkInvariants(broken)).toThrow(`money is moved, never made (${amount} appeared)`)
  })

  test.each<[string, Round, string]>([
    ['cash that appeared', withAccount(sound(), { cash: money(5000) }), 'money is moved, never made'],
    ['margin that appeared', withPosition(sound(), 'A', { margin: money(101) }), 'never made (1 appeared)'],
    [
      'an insurance fund that owes',
      withBooks(sound(), ({ house, insurance }) => ({
        house: money(house.plus(insurance).plus(1)),
        insurance: money(-1),
      })),
      'the insurance fund never owes',
    ],
    ['an empty position', withPosition(sound(), 'A', { size: size(0) }), 'a position is not empty'],
    [
      'a margin below nothing',
      withPosition(paidByHouse(sound(), -101), 'A', { margin: money(-1) }),
      'an isolated margin is never negative',
    ],
    [
      'a cross position with a margin',
      withPosition(paidByHouse(sound(), 1), 'B', { margin: money(1) }),
      'a cross position has no margin of its own',
    ],
    [
      'a wiped account with cash',
      withAccount(paidByHouse(sound(), -100), { wipedAtTick: 1, positions: new Map(), orders: new Map() }),
      'a wiped account holds exactly nothing',
    ],
    [
      'a wiped account with positions',
      withAccount(paidByHouse(sound(), -900), { wipedAtTick: 1, cash: money(0), orders: new Map() }),
      'a wiped account holds exactly nothing',
    ],
    [
      'a wiped account with an order',
      withAccount(paidByHouse(sound(), -1000), {
        wipedAtTick: 1,
        cash: money(0),
        positions: new Map(),
      }),
      'a wiped account has no orders',
    ],
  ])('RND-007 %s is a fault of ours', (_what, broken, sentence) => {
    expect(() => checkInvariants(broken)).toThrow(Fault)
    expect(() => checkInvariants(broken)).toThrow(sentence)
  })

  test('RND-007 a fund of exactly nothing, a margin of exactly nothing and debt in cash are sound', () => {
    const s = new Scripted({ mode: 'isolated', rules: { insuranceFund: money(0) } })
    s.mode('B', 'cross')
    s.order('buy 10 A')
    s.order('buy 40 B')
    s.move({ A: 130, B: 130 })
    s.leverage('A', 20)
    expect(s.position('A').margin.toFixed()).toBe('0')
    s.leverage('B', 20)
    s.leverage('C', 1)
    s.mode('C', 'isolated')
    s.order('buy 15 C')
    expect(s.account().cash.isNegative()).toBe(true)
    expect(() => checkInvariants(s.round)).not.toThrow()
    expect(s.has('A') && s.account().positions.get(A)?.marginMode).toBe('isolated')
  })
})
