import { describe, expect, test } from 'vitest'
import { movedMarket, rest } from '../../test/moved-market.ts'
import { liquidationPriceOf } from '../margin/risk.ts'
import { NO_IMPACT } from '../market/impact/impact.ts'
import { instrumentId } from '../number/ids.ts'
import { fuseOf, gaugesOf } from './gauge.ts'
import { ladder, openLadders } from './ladder.ts'

const A = instrumentId('A')

describe('the gauge', () => {
  test('IMP-016 counts what the next half per cent would liquidate, over half of the live depth', () => {
    const s = movedMarket({ leverage: 10, cash: 120 })
    s.order('buy 10 A')
    expect(gaugesOf(s.round)[0]).toEqual({
      instrument: A,
      down: { ratio: 0, fuse: null },
      up: { ratio: 0, fuse: null },
    })
    const ends = liquidationPriceOf(s.round, s.account(), A)?.toNumber() ?? 0
    for (let tick = 0; tick < 100; tick += 1) rest(s)
    const settled = s.round.marks.get(A)?.toNumber() ?? 0
    s.move({ A: ((ends * 1.003 * 100) / settled).toFixed(2) })
    for (let tick = 0; tick < 60; tick += 1) rest(s)
    const [gauge] = gaugesOf(s.round)
    expect(s.has('A')).toBe(true)
    expect(gauge?.down.ratio).toBeCloseTo(2, 1)
    expect(gauge?.up.ratio).toBe(0)
  })

  test('IMP-016 an account stands on the ladder where its liquidation price is', () => {
    const s = movedMarket({ leverage: 10, mode: 'isolated', cash: 1000 })
    s.order('buy 1 A')
    s.rival('s2', '5x sell 2 A')
    const [a] = s.round.config.instruments
    if (!a) throw new Error('no instrument')
    const reader = openLadders(s.round)
    const [down] = ladder(reader, a, 'down')
    const [up] = ladder(reader, a, 'up')
    const price = liquidationPriceOf(s.round, s.account(), A)?.toNumber() ?? 0
    expect(100 * (1 - (down?.move ?? 0))).toBeCloseTo(price, 1)
    expect(down?.volume).toBeCloseTo(0.1, 12)
    expect(up?.volume).toBeCloseTo(0.2, 12)
  })

  test.each`
    rungs                               | direction | fuse
    ${[]}                               | ${'down'} | ${null}
    ${[{ move: 0.004, volume: 1 }]}     | ${'down'} | ${0.005}
    ${[{ move: 0.02, volume: 1 }]}      | ${'down'} | ${null}
    ${[{ move: 0.02, volume: 10 }]}     | ${'down'} | ${0.02}
    ${[0.01, 0.02, 0.03].map(rung(1))}  | ${'up'}   | ${0.0125}
    ${[0.01, 0.025, 0.03].map(rung(1))} | ${'up'}   | ${null}
  `('IMP-016 of $rungs the fuse $direction is $fuse', ({ rungs, direction, fuse }) => {
    expect(fuseOf(rungs, NO_IMPACT, direction)).toBe(fuse)
  })

  test('IMP-016 is told as often as the ranks, where trades move prices', () => {
    const s = movedMarket({ config: { standingsEvery: 2 } }, { openInterest: 0.5 })
    const told = [1, 2, 3, 4].map(() => rest(s).filter(({ type }) => type === 'cascade.gauged').length)
    expect(told).toEqual([0, 1, 0, 1])
    expect(s.round.gauges.map(({ instrument }) => instrument)).toEqual(['A', 'B', 'C'])
  })
})

function rung(volume: number) {
  return (move: number) => ({ move, volume })
}
