import { describe, expect, test } from 'vitest'
import { instrumentId } from '../number/ids.ts'
import { rate } from '../number/units.ts'
import { CLASS_CHARACTERS } from './class-character.ts'
import type { InstrumentClass } from './instrument.ts'
import { type Shock, type ShockPlan, shockFactor } from './shock.ts'

const BTC = { id: instrumentId('BTC'), class: 'MAJ1' } as const
const CLASSES: readonly InstrumentClass[] = ['MAJ1', 'MAJ2', 'ALT1', 'ALT2', 'MEME', 'STBL']

const shock = (plan: Partial<ShockPlan> = {}, rest: Partial<Shock> = {}): Shock => ({
  tick: 100,
  instrument: null,
  plan: { move: rate('-0.1'), minutes: 10, givenBack: 'half', ...plan },
  ...rest,
})

/** The change in per cent, so many minutes after the shock. */
const changeAfter = (minutes: number, shocks: readonly Shock[], instrument = BTC) =>
  (shockFactor(shocks, instrument, { tick: 100 + minutes, marketMinutesPerTick: 1 }) - 1) * 100

describe('a shock', () => {
  test.each`
    minutes | givenBack | change
    ${0}    | ${'half'} | ${0}
    ${5}    | ${'half'} | ${-5.13}
    ${10}   | ${'half'} | ${-10}
    ${30}   | ${'half'} | ${-6.84}
    ${70}   | ${'half'} | ${-5.25}
    ${30}   | ${'none'} | ${-10}
    ${70}   | ${'most'} | ${-2.4}
  `('RND-018 of −10 % in ten minutes is $change % after $minutes, giving back $givenBack', (row) => {
    expect(changeAfter(row.minutes, [shock({ givenBack: row.givenBack })])).toBeCloseTo(row.change, 2)
  })

  test('RND-018 upwards is the same the other way', () => {
    expect(changeAfter(10, [shock({ move: rate('0.2') })])).toBeCloseTo(20, 10)
    expect(changeAfter(70, [shock({ move: rate('0.2'), givenBack: 'most' })])).toBeCloseTo(4.8, 1)
  })

  test.each(CLASSES)('RND-018 of the whole market is taken by %s with its beta', (of) => {
    const factor = shockFactor([shock()], { ...BTC, class: of }, { tick: 110, marketMinutesPerTick: 1 })
    expect(Math.log(factor)).toBeCloseTo(Math.log(0.9) * CLASS_CHARACTERS[of].eventBeta, 12)
  })

  test('RND-018 of one instrument is that instrument’s alone, whatever its class', () => {
    const meme = { id: instrumentId('DOGE'), class: 'MEME' } as const
    const aimed = [shock({}, { instrument: meme.id })]
    expect(changeAfter(10, aimed)).toBe(0)
    const factor = shockFactor(aimed, meme, { tick: 110, marketMinutesPerTick: 1 })
    expect(factor).toBeCloseTo(0.9, 12)
  })

  test('RND-018 on another shock multiplies what that one left', () => {
    const twice = [shock({ givenBack: 'none' }), shock({ givenBack: 'none' }, { tick: 105 })]
    expect(changeAfter(15, twice)).toBeCloseTo((0.9 * 0.9 - 1) * 100, 10)
  })

  test('RND-018 runs on the market’s minutes, not on ticks', () => {
    expect(shockFactor([shock()], BTC, { tick: 102, marketMinutesPerTick: 5 })).toBeCloseTo(0.9, 12)
  })
})
