import { money, price, size } from '@cascade/engine'
import { expect, test } from 'vitest'
import { encode } from './encode.ts'

test('decimals become plain text, maps become lists of pairs, absent fields stay absent', () => {
  const value = {
    cash: money('-0.00000001'),
    none: money('-0'),
    large: price('1e21'),
    held: new Map([['BTC', { size: size('1.50') }]]),
    list: [money(1), null, true, 'text', 0.1],
    absent: undefined,
  }
  expect(encode(value)).toEqual({
    cash: '-0.00000001',
    none: '0',
    large: '1000000000000000000000',
    held: [['BTC', { size: '1.5' }]],
    list: ['1', null, true, 'text', 0.1],
  })
})

test('encoding changes nothing in the value', () => {
  const value = { rows: [{ equity: money(5) }] }
  encode(value)
  expect(value).toEqual({ rows: [{ equity: money(5) }] })
})
