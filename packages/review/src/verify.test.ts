import { commitmentOf, money, seedFromText } from '@cascade/engine'
import { describe, expect, test } from 'vitest'
import { carelessRound } from '../test/played.ts'
import { scriptOf, writtenRound } from '../test/written.ts'
import { readRound } from './reading.ts'
import { verify } from './verify.ts'

const record = carelessRound(1)
const at = (index: number) => record.frames[index] ?? { tick: 0, commands: [], fingerprint: '' }

describe('a record', () => {
  test('that was not touched is verified to its last fingerprint', () => {
    expect(verify(record)).toEqual({
      verified: true,
      frames: record.frames.length,
      fingerprint: record.frames.at(-1)?.fingerprint,
    })
  })

  test('names the first frame whose fingerprint was changed', () => {
    const frames = record.frames.with(40, { ...at(40), fingerprint: 'f'.repeat(64) })
    const verdict = verify({ ...record, frames })
    expect(verdict).toMatchObject({ verified: false, problem: { kind: 'differs', frame: at(40).tick } })
  })

  test('names the frame in which a command was left out', () => {
    const index = record.frames.findIndex(({ commands }) =>
      commands.some(({ type }) => type === 'order.place'),
    )
    const commands = at(index).commands.filter(({ type }) => type !== 'order.place')
    const verdict = verify({ ...record, frames: record.frames.with(index, { ...at(index), commands }) })
    expect(verdict).toMatchObject({ verified: false, problem: { kind: 'differs', frame: at(index).tick } })
  })

  describe('with the commitment of before the round', () => {
    const { opening } = record
    const commitment = commitmentOf(opening)
    const committed = { ...record, commitment, commitmentSeen: commitment }
    const config = { ...opening.config, startingCash: money('10001') }

    test('holds, also for a reader who was not shown it', () => {
      expect(verify(committed)).toMatchObject({ verified: true })
      expect(verify({ ...record, commitment })).toMatchObject({ verified: true })
    })

    test.each([
      ['another seed', { ...committed, opening: { ...opening, seed: seedFromText('other') } }],
      ['another configuration', { ...committed, opening: { ...opening, config } }],
      ['another commitment', { ...record, commitment: 'c'.repeat(64) }],
    ])('is refused for %s', (_, forged) => {
      expect(verify(forged)).toMatchObject({ verified: false, problem: { kind: 'uncommitted' } })
    })

    test.each([
      ['another seed and commitment than were shown', { ...committed, commitmentSeen: 'c'.repeat(64) }],
      ['none any more', { ...committed, commitment: null }],
    ])('is refused for %s', (_, forged) => {
      expect(verify(forged)).toMatchObject({ verified: false, problem: { kind: 'recommitted' } })
    })
  })

  describe('of a round with written prices', () => {
    const script = scriptOf(64_000, 63_000, 62_000.5)
    const forged = scriptOf(64_000, 61_000, 62_000.5)
    const written = writtenRound(script)
    const { script: _kept, ...without } = written.opening
    const commitment = commitmentOf(written.opening)

    test('holds, also when the bell came before the last of them', () => {
      expect(verify({ ...written, commitment })).toMatchObject({ verified: true, frames: 4 })
      expect(verify({ ...written, frames: written.frames.slice(0, 3) })).toMatchObject({ verified: true })
    })

    test.each([
      ['with other prices than were bound', { ...written.opening, script: forged }],
      ['without the prices that were bound', without],
    ])('is refused %s', (_, opening) => {
      const verdict = verify({ ...written, opening })
      expect(verdict).toEqual({ verified: false, problem: { kind: 'unscripted', tick: null } })
    })

    test('is refused at the tick that had another price', () => {
      const verdict = verify(writtenRound(script, forged))
      expect(verdict).toEqual({ verified: false, problem: { kind: 'unscripted', tick: 2 } })
    })
  })

  test('names the gap where a frame is missing', () => {
    const verdict = verify({ ...record, frames: record.frames.toSpliced(12, 1) })
    expect(verdict).toEqual({ verified: false, problem: { kind: 'gap', frame: at(12).tick } })
  })

  test('without frames is empty', () => {
    expect(verify({ ...record, frames: [] })).toEqual({ verified: false, problem: { kind: 'empty' } })
  })

  test('that cannot be run says why and does not throw', () => {
    const market = { ...record.opening.config.market, scenario: 'no such market' }
    const opening = { ...record.opening, config: { ...record.opening.config, market } }
    expect(verify({ ...record, opening })).toMatchObject({ verified: false, problem: { kind: 'broken' } })
  })

  test('that is not true is never told', () => {
    const frames = record.frames.with(3, { ...at(3), fingerprint: '' })
    expect(readRound({ ...record, frames })).toMatchObject({ ok: false, problem: { kind: 'differs' } })
  })
})
