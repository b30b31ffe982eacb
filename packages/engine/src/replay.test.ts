import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acts, play, wildConfig } from '../test/laws/play.ts'
import { request } from '../test/scripted.ts'
import {
  type Command,
  canonical,
  execute,
  money,
  openRound,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
} from './index.ts'
import { type Frame, replay } from './replay.ts'

const opening = { config: standardConfig({ id: roundId('r_1'), ticks: 20 }), seed: seedFromText('replay') }
const s1 = seatId('s1')
const buy = (units: string): Command => ({
  type: 'order.place',
  seat: s1,
  id: null,
  order: request(`buy ${units} BTC`),
})

/** A short round as its journal has it: the lobby, then a frame for each tick. */
function recorded(orders: readonly string[] = ['0.01', '0.02', '0.01']): readonly Frame[] {
  const round = openRound(opening.config, opening.seed)
  const rows: readonly (readonly Command[])[] = [
    [{ type: 'seat.join', seat: s1, kind: 'human', character: null }, { type: 'round.start' }],
    ...orders.map((units): readonly Command[] => [buy(units), { type: 'clock.advance' }]),
  ]
  return rows.map((commands, index) => {
    for (const command of commands) execute(round, command)
    return { tick: index + 1, commands, fingerprint: round.fingerprint ?? '' }
  })
}

const matches = (frames: readonly Frame[], from = opening) =>
  [...replay(from, frames)].map((step) => step.matches)

describe('a replay', { timeout: 60_000 }, () => {
  test('RND-008 matches frame by frame', () => {
    expect(matches(recorded())).toEqual([true, true, true, true])
  })

  test('RND-008 shows the round as it was after each frame, and what became of each command', () => {
    const ticks: number[] = []
    for (const { round, outcomes, frame } of replay(opening, recorded())) {
      ticks.push(round.tick)
      expect(outcomes.map(({ status }) => status)).toEqual(frame.commands.map(() => 'accepted'))
    }
    expect(ticks).toEqual([0, 1, 2, 3])
  })

  test('RND-008 of no frames is nothing', () => {
    expect(matches([])).toEqual([])
  })

  const changes: readonly [string, (commands: readonly Command[]) => readonly Command[]][] = [
    ['another quantity', ([, ...rest]) => [buy('0.03'), ...rest]],
    ['a command that is left out', ([, ...rest]) => rest],
    ['a command twice', (commands) => [buy('0.02'), ...commands]],
    ['an attempt that was refused', (commands) => [buy('0'), ...commands]],
    ['a tick too many', (commands) => [...commands, { type: 'clock.advance' }]],
  ]
  test.each(changes)(
    'RND-008 with %s in the third frame, that one is the first to differ',
    (_what, change) => {
      const frames = recorded().map((frame, index) =>
        index === 2 ? { ...frame, commands: change(frame.commands) } : frame,
      )
      expect(matches(frames)).toEqual([true, true, false, false])
    },
  )

  test('RND-008 a fingerprint that was written wrongly is found where it stands, and nowhere else', () => {
    const frames = recorded().map((frame, index) => (index === 1 ? { ...frame, fingerprint: 'x' } : frame))
    expect(matches(frames)).toEqual([true, false, true, true])
  })

  test('RND-008 from another opening nothing matches', () => {
    expect(matches(recorded(), { ...opening, seed: seedFromText('other') })).not.toContain(true)
    const richer = { ...opening.config, startingCash: money(10_001) }
    expect(matches(recorded(), { ...opening, config: richer })).not.toContain(true)
  })

  test('RND-008 what is asked for lazily is carried out lazily: a replay can be stopped', () => {
    let read = 0
    function* frames() {
      for (const frame of recorded()) {
        read += 1
        yield frame
      }
    }
    for (const step of replay(opening, frames())) if (step.round.tick === 1) break
    expect(read).toBe(2)
  })

  test('RND-008 of a part of a round is that part: what comes later changes nothing before it', () => {
    fc.assert(
      fc.property(
        acts,
        fc.integer({ min: 1, max: 60 }),
        fc.string({ minLength: 1, maxLength: 4 }),
        (script, cut, seed) => {
          const { commands } = play(script, { seed })
          const shadow = openRound(wildConfig(), seedFromText(seed))
          for (const command of commands.slice(0, cut)) execute(shadow, command)
          const frames = commands.map((command, index) => ({
            tick: index + 1,
            commands: [command],
            fingerprint: '',
          }))
          let seen = ''
          for (const { frame, round } of replay({ config: wildConfig(), seed: seedFromText(seed) }, frames)) {
            if (frame.tick === Math.min(cut, commands.length)) seen = canonical(round)
          }
          expect(seen).toBe(canonical(shadow))
        },
      ),
      { numRuns: 10, interruptAfterTimeLimit: 20_000 },
    )
  })
})
