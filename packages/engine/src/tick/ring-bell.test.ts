import { describe, expect, test } from 'vitest'
import { limit, reasonOf, Scripted, stop, type Wishes } from '../../test/scripted.ts'
import { only, tale } from '../../test/tale.ts'
import { execute, rate } from '../index.ts'

/** A round of two ticks, so that the second brings the bell. */
const short = (wishes: Wishes = {}): Scripted => {
  const { clock } = new Scripted().round.config
  return new Scripted({ ...wishes, config: { clock: { ...clock, ticks: 2 } } })
}

describe('the bell', () => {
  test('RND-005 with everything open: orders first, then positions, by seat', () => {
    const s = short()
    s.mode('B', 'isolated')
    s.order('buy 10 A')
    s.order('sell 10 B')
    s.order('buy 1 C', limit(90))
    s.rival('s2', '5x sell 5 A')
    s.order('buy 5 A', { ...stop(150), reduceOnly: true }, s.account('s2' as never).seat)
    s.move({ A: 110, B: 105 })
    expect(tale(s.move({ A: 120, B: 95 }))).toEqual([
      's1 cancels s1-o3: round_ended',
      's1 settles 10 A',
      's1 settles 10 B',
      's2 cancels s2-o2: round_ended',
      's2 settles 5 A',
    ])
    expect([s.inWords(), s.inWords('s2' as never)]).toEqual(['1250', '900'])
    expect(s.round.phase).toBe('ended')
  })

  test.each`
    mode          | order          | mark   | cash
    ${'cross'}    | ${'buy 10 A'}  | ${110} | ${'1100'}
    ${'cross'}    | ${'sell 10 A'} | ${110} | ${'900'}
    ${'isolated'} | ${'buy 10 A'}  | ${90}  | ${'900'}
    ${'isolated'} | ${'sell 10 A'} | ${90}  | ${'1100'}
  `('RND-005 $mode $order is closed at $mark without a fee: $cash', ({ mode, order, mark, cash }) => {
    const s = short({ mode, rules: { closingFeeRate: rate('0.01') } })
    s.order(order)
    s.move({})
    s.move({ A: mark })
    expect(s.inWords()).toBe(cash)
    expect(s.account().feesPaid.toFixed()).toBe('0')
  })

  test('RND-002 in the last tick stops fill, funding is paid and buckets are liquidated before it', () => {
    const s = short({ leverage: 20, rules: { funding: { everyTicks: 2, rate: rate('0.001') } } })
    s.mode('B', 'isolated')
    s.order('buy 10 A')
    s.order('sell 5 A', stop(95))
    s.order('buy 10 B')
    s.move({})
    expect(tale(s.move({ A: 94, B: 95 }))).toEqual([
      's1 fills sell 5 A',
      's1 funds A 0.47',
      's1 funds B 0.95',
      's1 loses 10 B at 95',
      's1 settles 5 A',
    ])
  })

  test('RND-006 the last board follows what is left', () => {
    const s = short()
    s.rival('s2', '5x sell 10 A')
    s.rival('s3', '5x buy 10 A')
    s.join('s4')
    s.move({})
    const [board] = only(s.move({ A: 90 }), 'standings.published').slice(-1)
    expect(board?.final).toBe(true)
    expect(board?.rows.map(({ seat, rank, equity }) => [seat, rank, equity.toFixed()])).toEqual([
      ['s2', 1, '1100'],
      ['s1', 2, '1000'],
      ['s4', 2, '1000'],
      ['s3', 4, '900'],
    ])
  })

  test('RND-005 after it nothing moves any more', () => {
    const s = short()
    s.order('buy 10 A')
    execute(s.round, { type: 'round.end' })
    const refused = [s.order('buy 1 A'), s.leverage('A', 2), s.mode('A', 'isolated'), s.transfer('A', 1)]
    expect(refused.map(reasonOf)).toEqual(refused.map(() => 'round_not_running'))
    expect(reasonOf(execute(s.round, { type: 'clock.advance' }))).toBe('round_not_running')
    expect(s.inWords()).toBe('1000')
  })
})
