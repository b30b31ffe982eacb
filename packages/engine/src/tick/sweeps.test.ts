import { expect, test } from 'vitest'
import { Scripted } from '../../test/scripted.ts'
import { only } from '../../test/tale.ts'

test('LIQ-014 a sweep goes by seat, isolated positions as they were opened, then the cross bucket', () => {
  const s = new Scripted()
  s.rival('s2', '5x buy 20 A')
  for (const id of ['A', 'B']) s.mode(id, 'isolated')
  for (const order of ['buy 30 C', 'buy 5 B', 'buy 5 A']) s.order(order)
  const closed = only(s.move({ A: 10, B: 10, C: 10 }), 'position.liquidated')
  expect(closed.map(({ seat, instrument }) => `${seat} ${instrument}`)).toEqual([
    's1 B',
    's1 A',
    's1 C',
    's2 A',
  ])
})
