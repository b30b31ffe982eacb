import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import { commitmentOf, configDigest } from './fairness.ts'
import { roundId } from './number/ids.ts'
import { money } from './number/units.ts'
import { seedFromText } from './random/seed.ts'
import { standardConfig } from './round/standard-config.ts'

const config = standardConfig({ id: roundId('r_fair') })
const opening = { config, seed: seedFromText('abc') }

test('a configuration is digested by its canonical text', () => {
  expect(configDigest(config)).toBe(createHash('sha256').update(canonical(config)).digest('hex'))
})

test.each(['abc', 'another'])('the commitment to %j is what another program computes', (text) => {
  const seed = seedFromText(text)
  const message = `commit|r_fair|${configDigest(config)}`
  const known = createHmac('sha256', Buffer.from(seed, 'hex')).update(message).digest('hex')
  expect(commitmentOf({ config, seed })).toBe(known)
})

test.each([
  ['the seed', { ...opening, seed: seedFromText('abd') }],
  ['the round', { ...opening, config: { ...config, id: roundId('r_fail') } }],
  ['the cash', { ...opening, config: { ...config, startingCash: money('10000.01') } }],
  ['the scenario', { ...opening, config: { ...config, market: { ...config.market, scenario: 'calm' } } }],
])('another commitment is made when %s changes', (_, other) => {
  expect(commitmentOf(other)).not.toBe(commitmentOf(opening))
})

test('a commitment does not hold the seed', () => {
  expect(commitmentOf(opening)).not.toContain(opening.seed.slice(0, 8))
})
