import { INSTRUMENTS, type InstrumentFan, type PathFacts } from '@cascade/engine'
import { expect, test } from 'vitest'
import { checkedFact, factRows, reportOf } from './fan-report.ts'

const facts = (move: number): PathFacts => ({
  move,
  minutes: 8,
  givenBack: 0.65,
  moment: 0.5,
  drawdown: move,
  end: 0.02,
  perDay: 0.01,
  dayVolatility: 0.021,
})
const fans: InstrumentFan[] = INSTRUMENTS.slice(0, 1).map((instrument) => ({
  instrument,
  facts: [facts(-0.1), facts(-0.2), facts(-0.12)],
  points: [
    [1, 1, 1, 1, 1],
    [0.8, 0.85, 0.9, 0.95, 1],
  ],
}))

test('a fan becomes points from the opening to the bell and rows in per cent', () => {
  const [report] = fans.map(reportOf)
  expect(report?.points.map(({ at }) => at)).toEqual([0, 1])
  expect(report && factRows(report)[0]).toEqual([
    'sharpest move, %',
    '-19.2',
    '-16.0',
    '-12.0',
    '-11.0',
    '-10.2',
  ])
})

test.each([
  [-0.17, true, 2 / 3],
  [-0.11, false, 1 / 3],
])('a fact whose range begins at %d holds: %s', (from, holds, share) => {
  const [checked] = fans.map((fan) =>
    checkedFact('flash', { class: 'MAJ1', fact: 'move', from, to: -0.1 }, fan),
  )
  expect(checked).toMatchObject({ holds, share, name: 'sharpest move, %', instrument: 'BTC' })
})
