import { describe, expect, test } from 'vitest'
import { known } from '../../assert.ts'
import { seedFromText } from '../../random/seed.ts'
import { CLASS_CHARACTERS } from '../class-character.ts'
import type { Instrument, InstrumentClass } from '../instrument.ts'
import { INSTRUMENTS } from '../instruments.ts'
import { scenarioOf } from '../scenarios.ts'
import type { MarketSetting } from './model.ts'
import type { SourceStep } from './restless-source.ts'
import { track } from './track.ts'
import { usualMinute } from './usual-volatility.ts'
import { ValueTape } from './value-tape.ts'

const bitcoin = known(INSTRUMENTS[0], 'the catalogue is not empty')
const setting = (more: Partial<MarketSetting> = {}): MarketSetting => ({
  instruments: INSTRUMENTS,
  scenario: known(scenarioOf('normal'), 'the scenario exists'),
  seed: seedFromText('track'),
  minutesPerTick: 1,
  minutes: 1440,
  volatility: 1,
  ...more,
})
const still: SourceStep = { logarithm: 0, sigma: 0.0005, diffusion: 0, jump: 0, jumpExpected: 0 }

/** The first tick of an instrument, with a market that did something. */
function first(instrument: Instrument, market: Partial<SourceStep> = {}, displacement = 0) {
  const own = track(instrument, setting(), 0.5)
  const values: number[] = []
  own.open(values)
  const around = {
    tick: 1,
    minute: 1,
    usual: 0.0005,
    market: { ...still, ...market },
    displacement,
  }
  const tape = new ValueTape(values)
  const step = own.advance(tape, around)
  tape.close()
  return step
}

describe('the volatility of a usual minute', () => {
  test.each`
    scenario    | volatility | daily
    ${'normal'} | ${1}       | ${0.021}
    ${'calm'}   | ${1}       | ${0.0105}
    ${'wild'}   | ${1}       | ${0.0504}
    ${'normal'} | ${2}       | ${0.042}
  `(
    'in a market that is $scenario, times $volatility, is $daily in a day',
    ({ scenario, volatility, daily }) => {
      const asked = setting({ scenario: known(scenarioOf(scenario), 'the scenario exists'), volatility })
      expect(usualMinute(asked) * Math.sqrt(1440)).toBeCloseTo(daily, 12)
    },
  )
})

describe('the classes', () => {
  const kinds = Object.entries(CLASS_CHARACTERS)

  test.each(kinds)('%s has shares that are shares and figures that are positive', (_kind, character) => {
    expect(character.factorShare).toBeGreaterThan(0)
    expect(character.factorShare).toBeLessThan(1)
    expect(character.volatility).toBeGreaterThan(0)
    expect(character.dailyVolume).toBeGreaterThan(0)
    expect(character.ownJumpsPerDay).toBeGreaterThan(0)
    expect(character.eventBeta).toBeGreaterThanOrEqual(0)
  })

  test('rise in restlessness from the majors to the memes, and the stable one hardly moves', () => {
    const of = (kind: InstrumentClass) => CLASS_CHARACTERS[kind].volatility
    expect(of('MAJ1')).toBeLessThan(of('MAJ2'))
    expect(of('MAJ2')).toBeLessThan(of('ALT1'))
    expect(of('ALT1')).toBeLessThan(of('MEME'))
    expect(of('STBL')).toBeLessThan(of('MAJ1') / 50)
  })

  test('every instrument of the catalogue has one', () => {
    for (const instrument of INSTRUMENTS) expect(CLASS_CHARACTERS[instrument.class]).toBeDefined()
  })
})

describe('the track of an instrument', () => {
  test('answers a move of the market with its share of it, on its side', () => {
    const before = first(bitcoin).price
    const up = first(bitcoin, { diffusion: 0.01 }).price
    const down = first(bitcoin, { diffusion: -0.01 }).price
    expect(Math.log(up / before)).toBeCloseTo(0.01 * Math.sqrt(0.77), 4)
    expect(Math.log(down / before)).toBeCloseTo(-0.01 * Math.sqrt(0.77), 4)
  })

  test('goes where its event puts it', () => {
    expect(Math.log(first(bitcoin, {}, -0.1).price / first(bitcoin).price)).toBeCloseTo(-0.1, 10)
  })

  test('follows the dice of its own name: another name, another path', () => {
    const other = { ...bitcoin, id: known(INSTRUMENTS[1], 'there are several').id }
    expect(first(bitcoin).price).toBe(first(bitcoin).price)
    expect(first(bitcoin).price).not.toBe(first(other).price)
  })

  test('trades more units the cheaper a unit is, for the same dollars', () => {
    const cheap = { ...bitcoin, openingPrice: known(INSTRUMENTS[1], 'there are several').openingPrice }
    const dollars = ({ price, volume }: { price: number; volume: number }) => price * volume
    expect(dollars(first(cheap))).toBeCloseTo(dollars(first(bitcoin)), 3)
  })
})
