import { expect, test } from 'vitest'
import { reasonOf, Scripted } from '../../test/scripted.ts'
import {
  type Command,
  execute,
  type Frame,
  openRound,
  price,
  replay,
  roundId,
  seedFromText,
  standardConfig,
} from '../index.ts'

const advance = (...marks: readonly (number | string)[]): Command => ({
  type: 'clock.advance',
  marks: marks.map(price),
})

test.each`
  marks                   | reason
  ${[85, 100, 100]}       | ${'accepted'}
  ${[85, 100]}            | ${'price_missing'}
  ${[]}                   | ${'price_missing'}
  ${[85, 100, 100, 100]}  | ${'price_unexpected'}
  ${[0, 100, 100]}        | ${'price_not_positive'}
  ${[-1, 100, 100]}       | ${'price_not_positive'}
  ${[85, '100.001', 100]} | ${'price_off_increment'}
`('RND-015 the marks $marks of a scripted tick: $reason', ({ marks, reason }) => {
  expect(reasonOf(execute(new Scripted().round, advance(...marks)))).toBe(reason)
})

test('RND-015 a scripted tick without marks is refused and changes nothing', () => {
  const { round } = new Scripted()
  const before = round.fingerprint
  expect(reasonOf(execute(round, { type: 'clock.advance' }))).toBe('price_missing')
  expect(round).toMatchObject({ tick: 0, fingerprint: before })
})

test('RND-015 nobody writes marks into a market that has a feed', () => {
  const round = openRound(standardConfig({ id: roundId('r_1') }), seedFromText('feed'))
  execute(round, { type: 'round.start' })
  const marks = [...round.marks.values()]
  expect(reasonOf(execute(round, { type: 'clock.advance', marks }))).toBe('price_unexpected')
  expect(round.tick).toBe(0)
})

test('RND-015 a scripted round is replayed from its commands', () => {
  const { round } = new Scripted()
  const opening = { config: round.config, seed: seedFromText('scripted') }
  const first = openRound(opening.config, opening.seed)
  const frames = [[{ type: 'round.start' } as const], [advance(85, 100, 100)], [advance(84, 99, 101)]].map(
    (commands, index): Frame => {
      for (const command of commands) execute(first, command)
      return { tick: index + 1, commands, fingerprint: first.fingerprint ?? '' }
    },
  )
  const steps = [...replay(opening, frames)].map(({ matches }) => matches)
  expect(steps).toEqual([true, true, true])
})
