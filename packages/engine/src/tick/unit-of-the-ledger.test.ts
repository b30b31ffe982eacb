import { expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import { only } from '../../test/tale.ts'
import { price, quantity, rate } from '../index.ts'

test('RND-013 a closing fee that takes all that is left is cut to the unit of the ledger', () => {
  const instruments = new Scripted().round.config.instruments.map((one) => ({
    ...one,
    priceIncrement: price('0.0001'),
    sizeIncrement: quantity('0.00001'),
  }))
  const rules = { closingFeeRate: rate('0.01') }
  const s = new Scripted({ cash: 100, leverage: 10, rules, config: { instruments } })
  s.order('buy 9.99999 A')
  const [closed] = only(s.move({ A: '90.5001' }), 'position.liquidated')
  expect(closed?.cause.equity.toFixed()).toBe('5.001094999')
  expect(closed?.fee.toFixed()).toBe('5.00109499')
})
