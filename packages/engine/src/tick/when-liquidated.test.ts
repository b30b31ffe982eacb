import { describe, expect, test } from 'vitest'
import { Scripted, THREE_TIERS, type Wishes } from '../../test/scripted.ts'
import { only } from '../../test/tale.ts'
import { equityOf, instrumentId, isLiquidatable, rate, riskOf } from '../index.ts'
import { crossBucket } from '../margin/bucket.ts'

/** The account every lesson starts from: three longs of $1,000 at 5x, no fees. */
function lesson(mode: 'cross' | 'isolated'): Scripted {
  const s = new Scripted({ mode })
  for (const id of ['A', 'B', 'C']) s.order(`buy 10 ${id}`)
  return s
}

describe('the worked example', () => {
  test.each`
    mark   | a        | cash
    ${85}  | ${'50'}  | ${'400'}
    ${95}  | ${'150'} | ${'400'}
    ${120} | ${'400'} | ${'400'}
  `('LIQ-011 isolated: A at $mark is worth $a, and nothing else moves', ({ mark, a, cash }) => {
    const s = lesson('isolated')
    s.move({ A: mark })
    const { isolated } = riskOf(s.round, s.account())
    expect([...isolated.values()].map(({ equity }) => equity.toFixed())).toEqual([a, '200', '200'])
    expect(s.account().cash.toFixed()).toBe(cash)
  })

  test.each([80, 60, 1])('LIQ-011 isolated: at %i it has cost 200 and no more', (mark) => {
    const s = lesson('isolated')
    s.move({ A: mark })
    expect(s.inWords()).toBe('400, B 10 with 200, C 10 with 200')
    expect(equityOf(s.round, s.account()).toFixed()).toBe('800')
  })

  test('LIQ-012 cross: after the fall of 15 % the equity of 850 backs all three', () => {
    const s = lesson('cross')
    s.move({ A: 85 })
    expect(riskOf(s.round, s.account()).cross.equity.toFixed()).toBe('850')
    expect(s.inWords()).toBe('1000, A 10, B 10, C 10')
  })

  test.each`
    mark      | arithmetic                    | held
    ${40}     | ${'400 against 2 + 5 + 5'}    | ${3}
    ${'1.01'} | ${'10.1 against 0.0505 + 10'} | ${3}
    ${'1'}    | ${'10 against 0.05 + 10'}     | ${0}
  `('LIQ-012 cross: the shared money pays on to $mark, $arithmetic, $held are held', ({ mark, held }) => {
    const s = lesson('cross')
    const events = s.move({ A: mark })
    expect(s.account().positions.size).toBe(held)
    expect(only(events, 'position.liquidated')).toHaveLength(3 - held)
    expect(s.account().cash.toFixed()).toBe(held === 3 ? '1000' : '0')
    expect(s.account().wipedAtTick).toBe(held === 3 ? null : 1)
  })
})

describe('when a bucket is liquidated', () => {
  test.each`
    order         | mark        | arithmetic                | lives
    ${'buy 1 A'}  | ${'80.41'}  | ${'0.41 against 0.40205'} | ${true}
    ${'buy 1 A'}  | ${'80.40'}  | ${'0.40 against 0.402'}   | ${false}
    ${'sell 1 A'} | ${'119.4'}  | ${'0.60 against 0.597'}   | ${true}
    ${'sell 1 A'} | ${'119.41'} | ${'0.59 against 0.59705'} | ${false}
  `('LIQ-001 isolated $order from 100 with 20 at $mark: $arithmetic', ({ order, mark, lives }) => {
    const s = new Scripted({ mode: 'isolated' })
    s.order(order)
    s.move({ A: mark })
    expect(s.has('A')).toBe(lives)
  })

  test.each`
    mode          | order          | cash       | added    | mark   | requirement
    ${'isolated'} | ${'buy 10 A'}  | ${1000}    | ${'4.5'} | ${90}  | ${'4.5'}
    ${'isolated'} | ${'sell 10 A'} | ${1000}    | ${'5.5'} | ${110} | ${'5.5'}
    ${'cross'}    | ${'buy 10 A'}  | ${'104.5'} | ${null}  | ${90}  | ${'4.5'}
    ${'cross'}    | ${'sell 10 A'} | ${'105.5'} | ${null}  | ${110} | ${'5.5'}
  `(
    'LIQ-001 $mode $order: at $mark an equity of $requirement lives, a unit less does not',
    ({ mode, order, cash, added, mark, requirement }) => {
      const after = (less: string) => {
        const total = mode === 'cross' ? String(Number(cash) - Number(less)) : cash
        const s = new Scripted({ mode, leverage: 10, cash: total })
        s.order(order)
        if (added) s.transfer('A', String(Number(added) - Number(less)))
        s.move({ A: mark })
        return s
      }
      const tie = after('0')
      const [bucket] = [...riskOf(tie.round, tie.account()).isolated.values()]
      const { equity, requirement: asked } = bucket ?? riskOf(tie.round, tie.account()).cross
      expect([equity.toFixed(), asked.toFixed()]).toEqual([requirement, requirement])
      expect(tie.has('A')).toBe(true)
      expect(after('0.00000001').has('A')).toBe(false)
    },
  )

  test.each`
    fee        | mark       | lives
    ${'0'}     | ${'80.45'} | ${true}
    ${'0.001'} | ${'80.49'} | ${true}
    ${'0.001'} | ${'80.48'} | ${false}
    ${'0.01'}  | ${'81.22'} | ${true}
    ${'0.01'}  | ${'81.21'} | ${false}
  `('LIQ-001 a closing fee of $fee is part of what must be there: at $mark lives $lives', (row) => {
    const s = new Scripted({ mode: 'isolated', rules: { closingFeeRate: rate(row.fee) } })
    s.order('buy 1 A')
    s.move({ A: row.mark })
    expect(s.has('A')).toBe(row.lives)
  })

  test('LIQ-001 a short moves up the tiers while it loses, and dies of the higher rate', () => {
    const flat = new Scripted({ mode: 'isolated', cash: 2000 })
    const tiered = new Scripted({ mode: 'isolated', cash: 2000, tiers: THREE_TIERS })
    for (const s of [flat, tiered]) s.order('sell 45 A')
    const required = (s: Scripted) =>
      [...riskOf(s.round, s.account()).isolated.values()].map(({ requirement }) => requirement.toFixed())
    for (const [mark, asked] of [
      [100, '40'], // 4500 · 0.01 − 5
      [110, '44.5'], // 4950 · 0.01 − 5
      [112, '47'], // 5040 · 0.05 − 205
      [118, '60.5'], // 5310 · 0.05 − 205
    ] as const) {
      tiered.move({ A: mark })
      expect(required(tiered)).toEqual([asked])
    }
    for (const s of [flat, tiered]) s.move({ A: 119 })
    expect(flat.has('A')).toBe(true) // 45 against 26.775
    expect(tiered.has('A')).toBe(false) // 45 against 62.75
  })

  test.each`
    hedge          | marks                 | arithmetic             | lives
    ${null}        | ${{ A: 79, B: 79 }}   | ${'−50 against 19.75'} | ${false}
    ${'sell 40 B'} | ${{ A: 79, B: 79 }}   | ${'790 against 35.55'} | ${true}
    ${'sell 40 B'} | ${{ A: 79, B: 97 }}   | ${'70 against 39.15'}  | ${true}
    ${'sell 40 B'} | ${{ A: 79, B: 98 }}   | ${'30 against 39.35'}  | ${false}
    ${'sell 40 B'} | ${{ A: 100, B: 125 }} | ${'0 against 50'}      | ${false}
  `('LIQ-001 cross long 50 A with $hedge at $marks: $arithmetic, lives $lives', ({ hedge, marks, lives }) => {
    const s = new Scripted({ leverage: 20 })
    s.order('buy 50 A')
    if (hedge) s.order(hedge)
    s.move(marks)
    expect(s.has('A')).toBe(lives)
    expect(s.account().wipedAtTick).toBe(lives ? null : 1)
  })

  test.each`
    wishes                               | order         | mark
    ${{ mode: 'cross' }}                 | ${'buy 5 A'}  | ${'0.01'}
    ${{ mode: 'isolated', leverage: 1 }} | ${'buy 10 A'} | ${'0.01'}
    ${{ mode: 'cross', cash: 100000 }}   | ${'sell 5 A'} | ${'15000'}
  `('LIQ-001 what the money behind it can bear is not closed: $order at $mark', (row) => {
    const s = new Scripted(row.wishes as Wishes)
    s.order(row.order)
    s.move({ A: row.mark })
    // at 0.01 an unlevered long still has 0.1 of equity against 0.0005
    expect(s.has('A')).toBe(true)
  })

  test('LIQ-001 marks between two ticks do not matter: what has recovered lives', () => {
    const s = new Scripted({ mode: 'isolated' })
    s.order('buy 1 A')
    for (const mark of [85, '80.41', 130, '80.41']) s.move({ A: mark })
    expect(s.has('A')).toBe(true)
  })

  test('LIQ-010 debt without a position is not liquidatable, there is nothing left to close', () => {
    const s = new Scripted()
    const account = { ...s.account(), cash: s.account().cash.minus(5000) as never }
    expect(isLiquidatable(s.round, account, crossBucket(account))).toBe(false)
    expect(account.positions.has(instrumentId('A'))).toBe(false)
  })
})
