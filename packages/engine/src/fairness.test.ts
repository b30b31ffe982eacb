import { createHash, createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonical } from './canonical.ts'
import type { Command } from './command.ts'
import {
  commitmentOf,
  configDigest,
  digestOfCommitments,
  hasItsScript,
  isOffScript,
  scriptDigest,
  wordDigest,
} from './fairness.ts'
import { roundId, seatId } from './number/ids.ts'
import { money, price } from './number/units.ts'
import type { Opening } from './open-round.ts'
import { seedFromText } from './random/seed.ts'
import { marketKey } from './round/market-key.ts'
import { standardConfig } from './round/standard-config.ts'

const config = standardConfig({ id: roundId('r_fair') })
const opening: Opening = { config, seed: seedFromText('abc') }

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

const words = ['ann', 'ben'].map((name) => ({ seat: seatId(name), word: seedFromText(name) }))
const digestBy = (text: string) => createHash('sha256').update(text).digest('hex')

test('RND-017 the key is what another program computes', () => {
  const sorted = words.map(({ word }) => word).toSorted()
  const message = `key|r_fair|${digestBy(sorted.join('|'))}`
  const known = createHmac('sha256', Buffer.from(opening.seed, 'hex')).update(message).digest('hex')
  expect(marketKey(opening, words)).toBe(known)
  expect(marketKey(opening, words.toReversed())).toBe(known)
})

test.each([
  ['the seed', marketKey({ ...opening, seed: seedFromText('abd') }, words)],
  ['the round', marketKey({ ...opening, config: { ...config, id: roundId('r_fail') } }, words)],
  ['a word', marketKey(opening, words.with(1, { seat: seatId('ben'), word: seedFromText('eve') }))],
  ['the number of words', marketKey(opening, words.slice(1))],
])('RND-017 another key is made when %s changes', (_, other) => {
  expect(other).not.toBe(marketKey(opening, words))
})

test('a word is digested as its text', () => {
  expect(wordDigest(seedFromText('ann'))).toBe(digestBy(seedFromText('ann')))
})

test('what players gave is told by one digest, in whatever order it is listed', () => {
  const given = words.map(({ seat, word }) => ({ seat, digest: wordDigest(word) }))
  const known = digestOfCommitments(given)
  expect(digestOfCommitments(given.toReversed())).toBe(known)
  expect(digestOfCommitments(given.slice(1))).not.toBe(known)
  expect(digestOfCommitments([...given, { seat: seatId('eve'), digest: 'e'.repeat(64) }])).not.toBe(known)
})

const script = [
  [price('64000.5'), price(3200)],
  [price(63_000), price(3100)],
]
const bound = {
  ...opening,
  config: {
    ...config,
    market: { ...config.market, scripted: true, scriptDigest: scriptDigest({ ...opening, script }) },
  },
  script,
} as const

test('RND-020 the digest of a script is what another program computes', () => {
  const known = createHmac('sha256', Buffer.from(opening.seed, 'hex'))
    .update('script|[["64000.5","3200"],["63000","3100"]]')
    .digest('hex')
  expect(scriptDigest({ ...opening, script })).toBe(known)
})

test.each([
  ['with the script that it names', bound, true],
  ['with none and names none', opening, true],
  ['with none and names one', { ...opening, config: bound.config }, false],
  ['with one and names none', { ...opening, script }, false],
  ['with a tick less', { ...bound, script: script.slice(1) }, false],
  ['with a mark changed', { ...bound, script: [[price('64000.4'), price(3200)], ...script.slice(1)] }, false],
  ['with another seed', { ...bound, seed: seedFromText('abd') }, false],
])('RND-020 a round opened %s is bound to it: %s', (_, other, holds) => {
  expect(hasItsScript(other)).toBe(holds)
})

test.each<[string, number, Command, boolean]>([
  ['its own marks', 2, { type: 'clock.advance', marks: [price(63_000), price(3100)] }, false],
  ['those of another tick', 1, { type: 'clock.advance', marks: [price(63_000), price(3100)] }, true],
  ['too few', 2, { type: 'clock.advance', marks: [price(63_000)] }, true],
  ['none', 2, { type: 'clock.advance' }, true],
  ['some after the last', 3, { type: 'clock.advance', marks: [price(63_000), price(3100)] }, true],
  ['a start', 1, { type: 'round.start' }, false],
])('RND-020 a tick with %s is noticed', (_, tick, command, isOff) => {
  expect(isOffScript(bound, tick, command)).toBe(isOff)
  expect(isOffScript(opening, tick, command)).toBe(false)
})
