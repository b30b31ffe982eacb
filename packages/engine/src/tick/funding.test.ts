import { describe, expect, test } from 'vitest'
import { Scripted, type Wishes } from '../../test/scripted.ts'
import { rate } from '../index.ts'

const funded = (share: string, wishes: Wishes = {}, everyTicks = 1): Scripted =>
  new Scripted({ ...wishes, rules: { ...wishes.rules, funding: { everyTicks, rate: rate(share) } } })

describe('funding', () => {
  test.each`
    order          | share        | cash
    ${'buy 10 A'}  | ${'0.0001'}  | ${'999.9'}
    ${'sell 10 A'} | ${'0.0001'}  | ${'1000.1'}
    ${'buy 10 A'}  | ${'-0.0001'} | ${'1000.1'}
    ${'sell 10 A'} | ${'-0.0001'} | ${'999.9'}
  `('FUN-001 $order at a rate of $share leaves cash of $cash', ({ order, share, cash }) => {
    const s = funded(share)
    s.order(order)
    s.move({})
    expect(s.account().cash.toFixed()).toBe(cash)
  })

  test('FUN-001 it is paid at the mark, and only when it is due', () => {
    const s = funded('0.001', {}, 3)
    s.order('buy 1 A')
    s.move({ A: 110 })
    s.move({})
    expect(s.account().cash.toFixed()).toBe('1000')
    s.move({})
    expect(s.account().cash.toFixed()).toBe('999.89')
  })

  test('FUN-002 an isolated position pays out of its own margin and leaves cash alone', () => {
    const s = funded('0.001', { mode: 'isolated' })
    s.order('buy 10 A')
    s.move({})
    expect(s.position('A').margin.toFixed()).toBe('199')
    expect(s.account().cash.toFixed()).toBe('800')
  })

  test('FUN-002 an isolated position cannot pay more than its margin', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.move({ A: 200 })
    for (let paid = 0; paid < 5; paid += 1) s.move({})
    expect(s.position('A').margin.toFixed()).toBe('0')
    expect(s.account().cash.toFixed()).toBe('950')
  })

  test('FUN-003 funding can be what liquidates', () => {
    const s = funded('0.01', { mode: 'isolated', leverage: 20 })
    s.order('buy 10 A')
    s.move({ A: 96 })
    expect(s.has('A')).toBe(false)
    const unfunded = new Scripted({ mode: 'isolated', leverage: 20 })
    unfunded.order('buy 10 A')
    unfunded.move({ A: 96 })
    expect(unfunded.has('A')).toBe(true)
  })

  test('FUN-004 what players pay is what the house gains', () => {
    const s = funded('0.001')
    const other = s.join('s2')
    s.order('buy 10 A')
    s.order('sell 4 A', {}, other)
    s.move({})
    expect(s.account().cash.toFixed()).toBe('999')
    expect(s.account(other).cash.toFixed()).toBe('1000.4')
    expect(s.round.books?.house.toFixed()).toBe('0.6')
  })
})
