import { RULE_PRESETS, SCENARIOS } from '@cascade/engine'
import { CHARACTERS } from '@cascade/players'
import { expect, test } from 'vitest'
import { messages } from './index.ts'

test('the catalogue knows every scenario of the market, and no other', () => {
  expect(Object.keys(messages.market.scenarios)).toEqual(SCENARIOS.map(({ id }) => id))
})

test('the catalogue knows every set of rules, and no other', () => {
  expect(Object.keys(messages.rules.presets)).toEqual(RULE_PRESETS.map(({ id }) => id))
})

test('the catalogue knows every automatic player, and no other', () => {
  expect(Object.keys(messages.players)).toEqual(CHARACTERS.map(({ id }) => id))
})
