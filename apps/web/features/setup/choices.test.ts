import { roundOptionsSchema } from '@cascade/protocol'
import { expect, test } from 'vitest'
import { defaultChoices, opponentsOf, readChoices, scenarioChoice, toOptions } from './choices.ts'

test('the defaults are a message that the server accepts', () => {
  const message = toOptions(defaultChoices(['trend-follower']))
  expect(roundOptionsSchema.safeParse(message).success).toBe(true)
  expect(message.opponents).toEqual([{ character: 'trend-follower', count: 1 }])
})

test('a character that nobody wants is not sent', () => {
  const choices = { ...defaultChoices([]), opponents: { gambler: 0, hedger: 2 } }
  expect(toOptions(choices).opponents).toEqual([{ character: 'hedger', count: 2 }])
  expect(opponentsOf(choices)).toBe(2)
})

test.each`
  stored                                              | reason
  ${null}                                             | ${'nothing was kept'}
  ${{ minutes: 5 }}                                   | ${'half of it is missing'}
  ${{ ...defaultChoices([]), instruments: ['GONE'] }} | ${'an instrument has left the market'}
  ${{ ...defaultChoices([]), scenario: 'gone' }}      | ${'a scenario has left the market'}
  ${{ ...defaultChoices([]), leverageMax: 1000 }}     | ${'a bound has changed'}
`('stored choices are forgotten when $reason', ({ stored }) => {
  expect(readChoices(stored)).toBeNull()
})

test('trades move prices only where somebody chose so', () => {
  expect(toOptions(defaultChoices([]))).not.toHaveProperty('impact')
  const message = toOptions({ ...defaultChoices([]), impact: 'powder-keg' })
  expect(roundOptionsSchema.parse(message).impact).toBe('powder-keg')
})

test('choices that were kept before trades could move prices are played without it', () => {
  const { impact: _unknownThen, ...kept } = defaultChoices(['hedger'])
  expect(readChoices(kept)?.impact).toBe('off')
})

test('stored choices come back as they were', () => {
  const choices = defaultChoices(['hedger'])
  expect(readChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices)
})

test.each([
  ['flash', ['BTC', 'ETH', 'SOL']],
  ['meme', ['BTC', 'ETH', 'SOL', 'DOGE']],
  ['depeg', ['BTC', 'ETH', 'SOL', 'USDX']],
])('who chooses %s trades what it is about', (scenario, instruments) => {
  expect(scenarioChoice(defaultChoices([]), scenario)).toEqual({ scenario, instruments })
})

test('what is traded already is not added again', () => {
  const choices = { ...defaultChoices([]), instruments: ['DOGE'] }
  expect(scenarioChoice(choices, 'meme').instruments).toEqual(['DOGE'])
})
