import { describe, expect, test } from 'vitest'
import { INSTRUMENTS, instrumentId, money, rate, roundId } from '../index.ts'
import { ConfigProblem, type RoundChoices, standardConfig } from './standard-config.ts'

const config = (choices: Partial<RoundChoices> = {}) => standardConfig({ id: roundId('r_1'), ...choices })

describe('a round for which nothing was chosen', () => {
  test('RND-014 trades the first three instruments of the catalogue for five minutes', () => {
    const { instruments, clock, startingCash, seatsMax, ranksVisible, market } = config()
    expect(instruments).toEqual(INSTRUMENTS.slice(0, 3))
    expect(clock).toEqual({ ticks: 1200, tickMs: 250, marketMinutesPerTick: 2 })
    expect(startingCash.toFixed()).toBe('10000')
    expect([seatsMax, ranksVisible]).toEqual([300, 'live'])
    expect(market).toEqual({ scenario: 'normal', volatility: 1 })
  })
})

describe('what is chosen', () => {
  test.each`
    choices                                 | field             | value
    ${{ ticks: 7 }}                         | ${'clock'}        | ${{ ticks: 7, tickMs: 250 }}
    ${{ tickMs: 1000 }}                     | ${'clock'}        | ${{ ticks: 1200, tickMs: 1000 }}
    ${{ marketMinutesPerTick: 5 }}          | ${'clock'}        | ${{ ticks: 1200, marketMinutesPerTick: 5 }}
    ${{ scenario: 'flash', volatility: 2 }} | ${'market'}       | ${{ scenario: 'flash', volatility: 2 }}
    ${{ seatsMax: 5 }}                      | ${'seatsMax'}     | ${5}
    ${{ ranksVisible: 'bell' }}             | ${'ranksVisible'} | ${'bell'}
    ${{ startingCash: money(50) }}          | ${'startingCash'} | ${money(50)}
  `('RND-014 goes before the standard: $field', ({ choices, field, value }) => {
    expect(config(choices)).toMatchObject({ [field]: value })
  })

  test.each`
    tickMs  | every
    ${100}  | ${10}
    ${250}  | ${4}
    ${1000} | ${1}
    ${5000} | ${1}
  `('RND-006 with ticks of $tickMs ms the board is new every $every ticks', ({ tickMs, every }) => {
    expect(config({ tickMs }).standingsEvery).toBe(every)
  })

  test('RND-014 instruments stand in the order in which they were chosen', () => {
    const ids = ['SOL', 'BTC'].map(instrumentId)
    expect(config({ instruments: ids }).instruments.map(({ id }) => id)).toEqual(ids)
  })

  test.each`
    modePolicy         | defaultMode
    ${'choice'}        | ${'cross'}
    ${'cross-only'}    | ${'cross'}
    ${'isolated-only'} | ${'isolated'}
  `('RND-014 under the policy $modePolicy nobody has to choose a mode: $defaultMode', (row) => {
    expect(config({ modePolicy: row.modePolicy }).rules.defaultMode).toBe(row.defaultMode)
  })

  test.each`
    leverageMax | defaultLeverage
    ${3}        | ${'3'}
    ${5}        | ${'5'}
    ${50}       | ${'5'}
  `('RND-014 under a cap of $leverageMax x an order has $defaultLeverage x', (row) => {
    const { rules } = config({ leverageMax: rate(row.leverageMax) })
    expect(rules.defaultLeverage.toFixed()).toBe(row.defaultLeverage)
    expect(rules.leverageMax.toFixed()).toBe(String(row.leverageMax))
  })

  test('RND-014 a cap among the exceptions counts too, and a chosen one goes first', () => {
    expect(config({ rules: { leverageMax: rate(4) } }).rules.defaultLeverage.toFixed()).toBe('4')
    const both = config({ leverageMax: rate(3), rules: { leverageMax: rate(4) } })
    expect(both.rules.leverageMax.toFixed()).toBe('3')
  })
})

describe('what cannot be', () => {
  test('RND-011 is thrown with every reason, in one sentence and as a list', () => {
    const choices = { instruments: [instrumentId('NOPE'), instrumentId('NIX')], ticks: 0 }
    expect(() => config(choices)).toThrow(ConfigProblem)
    expect(() => config(choices)).toThrow(
      'this round cannot be played: there is no instrument NOPE; there is no instrument NIX; ' +
        'a round has between 1 and 1,000,000 ticks; a round has at least one instrument',
    )
  })

  test('RND-011 an instrument that is not there is named beside those that are', () => {
    const ids = ['BTC', 'NOPE'].map(instrumentId)
    expect(() => config({ instruments: ids })).toThrow(
      'this round cannot be played: there is no instrument NOPE',
    )
  })
})
