import { describe, expect, test } from 'vitest'
import { reasonOf, Scripted } from '../../test/scripted.ts'
import {
  deriveTiers,
  freeMargin,
  instrumentId,
  isolatedEquity,
  money,
  price,
  rate,
  riskOf,
} from '../index.ts'

const A = instrumentId('A')
const B = instrumentId('B')

const transfer = (s: Scripted, instrument: typeof A, amount: number | string) =>
  s.send({ type: 'margin.transfer', seat: s.seat, id: null, instrument, amount: money(amount) })

describe('what a higher tier has lifted', () => {
  /** A short of 49 from 100 at 150: initial margin at 10x 735, requirement 7,350 · 40 % − 1,975 = 965. */
  const steep = deriveTiers([
    { floor: money(0), maintenanceRate: rate('0.005') },
    { floor: money(5000), maintenanceRate: rate('0.4') },
  ])
  const lifted = (mode: 'cross' | 'isolated', cash: number) => {
    const plain = new Scripted().round.config.instruments
    const instruments = plain.map((one) => (one.id === A ? { ...one, tiers: steep } : one))
    const s = new Scripted({ mode, leverage: 10, cash, config: { instruments } })
    s.order('sell 49 A')
    return s
  }

  test('MAR-019 the requirement of a lifted tier is not lent to a margin', () => {
    const s = lifted('cross', 5000)
    s.send({
      type: 'margin-mode.set',
      seat: s.seat,
      id: null,
      instrument: B,
      marginMode: 'isolated',
    })
    s.order('buy 1 B')
    s.move({ A: 150 })
    const { equity, requirement: required } = riskOf(s.round, s.account()).cross
    const spare = equity.minus(required)
    expect(freeMargin(s.round, s.account()).gt(spare)).toBe(true)
    expect(reasonOf(transfer(s, B, spare.plus('0.00000001').toFixed()))).toBe('margin_insufficient')
    expect(reasonOf(transfer(s, B, spare.toFixed()))).toBe('accepted')
    expect(s.move({}).some(({ type }) => type === 'position.liquidated')).toBe(false)
  })

  test('MAR-019 the requirement of a lifted tier is not taken back', () => {
    const s = lifted('isolated', 5000)
    transfer(s, A, 4000)
    s.move({ A: 150 })
    const position = s.position('A')
    const { requirement: required } = riskOf(s.round, s.account()).isolated.get(A) ?? {
      requirement: money(0),
    }
    const spare = isolatedEquity(position, price(150)).minus(required)
    expect(reasonOf(transfer(s, A, spare.plus('0.00000001').negated().toFixed()))).toBe(
      'margin_not_removable',
    )
    expect(reasonOf(transfer(s, A, spare.negated().toFixed()))).toBe('accepted')
    expect(s.move({}).some(({ type }) => type === 'position.liquidated')).toBe(false)
  })

  test.each`
    order         | said
    ${'buy 20 A'} | ${'accepted'}
    ${'buy 22 A'} | ${'margin_insufficient'}
  `(
    'MAR-019 an isolated position that has lost cannot carry everything: $order is $said',
    ({ order, said }) => {
      const s = lifted('isolated', 5000)
      s.order('buy 89 A')
      s.move({ A: 91 })
      expect(reasonOf(s.order(order))).toBe(said)
    },
  )
})
