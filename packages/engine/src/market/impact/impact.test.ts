import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { curve, curveIntegral } from './curve.ts'
import { displacementOf, type Impact, NO_IMPACT, rested, traded } from './impact.ts'
import { liveDepth } from './live-depth.ts'

const volumes = fc.double({ min: -50, max: 50, noNaN: true }).filter((volume) => Math.abs(volume) > 1e-3)
const impacts: fc.Arbitrary<Impact> = fc.record({
  pressure: fc.double({ min: -30, max: 30, noNaN: true }),
  permanent: fc.double({ min: -0.1, max: 0.1, noNaN: true }),
  depth: fc.double({ min: 0.02, max: 1, noNaN: true }),
})

describe('the curve of impact', () => {
  test.each`
    pressure | moved
    ${0}     | ${0}
    ${1}     | ${1}
    ${-1}    | ${-1}
    ${2}     | ${1.8277}
    ${4}     | ${3.3404}
    ${16}    | ${6.6807}
    ${-16}   | ${-6.6807}
  `('a pressure of $pressure moves $moved', ({ pressure, moved }) => {
    expect(curve(pressure)).toBeCloseTo(moved, 4)
  })

  test('it has no step at its knee, and neither has its integral', () => {
    for (const of of [curve, curveIntegral]) expect(of(4 - 1e-9)).toBeCloseTo(of(4 + 1e-9), 7)
  })

  test.each([0.5, 3, 4, 5, 20, -7])('the integral to %s is what its slices add up to', (pressure) => {
    const slices = 20_000
    let sum = 0
    for (let at = 0; at < slices; at += 1)
      sum += curve(((at + 0.5) / slices) * pressure) * (pressure / slices)
    expect(curveIntegral(pressure)).toBeCloseTo(sum, 5)
  })
})

describe('trades and the price', () => {
  test('buying one unit of depth moves the price by one per cent, of which 0.3 % stays for good', () => {
    const { impact, displacement } = traded(NO_IMPACT, 1)
    expect(displacementOf(impact)).toBeCloseTo(0.01, 12)
    expect(displacement).toBeCloseTo(0.007 / 1.87 + 0.0015, 12)
    expect(displacementOf(rested(impact, { minutes: 10_000, depth: 1 }))).toBeCloseTo(0.003, 12)
  })

  test('one order costs what its parts cost one after the other', () => {
    fc.assert(
      fc.property(
        impacts,
        volumes,
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (impact, volume, share) => {
          const whole = traded(impact, volume)
          const first = traded(impact, volume * share)
          const second = traded(first.impact, volume * (1 - share))
          const parts = first.displacement * share + second.displacement * (1 - share)
          expect(parts).toBeCloseTo(whole.displacement, 9)
          expect(displacementOf(second.impact)).toBeCloseTo(displacementOf(whole.impact), 9)
        },
      ),
    )
  })

  test('a trade fills between the price before it and the price after it', () => {
    fc.assert(
      fc.property(impacts, volumes, (impact, volume) => {
        const { impact: after, displacement } = traded(impact, volume)
        const [low, high] = [displacementOf(impact), displacementOf(after)].sort((a, b) => a - b)
        expect(displacement).toBeGreaterThanOrEqual((low ?? 0) - 1e-12)
        expect(displacement).toBeLessThanOrEqual((high ?? 0) + 1e-12)
      }),
    )
  })

  test('what is left for good does not know how thin the market is', () => {
    const thin = traded({ ...NO_IMPACT, depth: 0.05 }, 1)
    const deep = traded(NO_IMPACT, 1)
    expect(thin.impact.permanent).toBe(deep.impact.permanent)
    expect(thin.displacement).toBeGreaterThan(deep.displacement)
  })

  test.each`
    depth  | price
    ${0.1} | ${'stays'}
    ${0.5} | ${'stays'}
    ${1}   | ${'is pulled back'}
  `('from a depth of 0.5 to $depth without a minute: the price $price', ({ depth, price }) => {
    const { impact } = traded({ ...NO_IMPACT, depth: 0.5 }, 2)
    const before = displacementOf(impact)
    const after = displacementOf(rested(impact, { minutes: 0, depth }))
    if (price === 'stays') expect(after).toBe(before)
    else expect(after).toBeLessThan(before * 0.75)
  })
})

describe('live depth', () => {
  const tick = { minutes: 1, scenario: 1, least: 0.02 }

  test.each`
    sigmas | depth
    ${0}   | ${1}
    ${12}  | ${0.5}
    ${24}  | ${0.2353}
    ${999} | ${0.02}
  `('after a move of $sigmas sigmas it is $depth', ({ sigmas, depth }) => {
    expect(liveDepth(1, { ...tick, sigmas })).toBeCloseTo(depth, 4)
  })

  test('it falls at once and comes back within minutes', () => {
    const thin = liveDepth(1, { ...tick, sigmas: 30 })
    expect(thin).toBeLessThan(0.2)
    const after = liveDepth(thin, { ...tick, sigmas: 0 })
    expect((1 - after) / (1 - thin)).toBeCloseTo(Math.exp(-0.1), 12)
  })

  test('a scenario takes a part of it away', () => {
    expect(liveDepth(1, { ...tick, sigmas: 0, scenario: 0.06 })).toBe(0.06)
  })
})
