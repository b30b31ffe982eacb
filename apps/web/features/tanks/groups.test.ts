import { instrumentId, seatId } from '@cascade/engine'
import type { Cascade } from '@cascade/review'
import { expect, test } from 'vitest'
import { drainedGroups, groupsOfPoint } from './groups.ts'

const [BTC, ETH, SOL] = ['BTC', 'ETH', 'SOL'].map(instrumentId)
const named = (instrument: typeof BTC) => ({
  instrument: instrument ?? instrumentId('X'),
  long: true,
  pnl: -1,
})

const ended = (bucket: Cascade['bucket'], instruments: readonly (typeof BTC)[]): Cascade => {
  const closed = instruments.map(named)
  const [drained = named(BTC), ...closedWith] = closed
  const cause = { bucket, equity: 1, requirement: 2, wallet: 200, parts: [] }
  const base = {
    tick: 1,
    seat: seatId('s1'),
    bucket,
    cut: [],
    closedEarly: [],
    lost: 200,
    wiped: false,
    cause,
  }
  return { ...base, drained, closed, closedWith }
}

const held = (marginMode: 'cross' | 'isolated', instrument: typeof BTC) => ({
  instrument: instrument ?? instrumentId('X'),
  long: true,
  marginMode,
  buffer: 1,
  equity: 200,
  requirement: 5,
  unrealizedPnl: 0,
  notional: 1_000,
})

const point = (tanks: ReturnType<typeof held>[]) =>
  groupsOfPoint({ equity: 1_000, cash: 400, freeMargin: 400, leverage: 3, cross: null, tanks })

const shape = (groups: ReturnType<typeof point>) =>
  groups.map(({ mode, tanks }) => [mode, tanks.map(({ instrument }) => instrument)])

test('cross tanks are joined, isolated ones stand alone', () => {
  const groups = point([held('cross', BTC), held('isolated', ETH), held('cross', SOL)])
  expect(shape(groups)).toEqual([
    ['cross', ['BTC', 'SOL']],
    ['isolated', ['ETH']],
  ])
})

test('what was liquidated together stays together, empty', () => {
  const groups = drainedGroups([ended('cross', [BTC, ETH]), ended('isolated', [SOL])], [])
  expect(groups.every(({ isDrained }) => isDrained)).toBe(true)
  expect(shape(groups)).toEqual([
    ['isolated', ['SOL']],
    ['cross', ['BTC', 'ETH']],
  ])
})

test('an instrument that was opened again has no empty tank', () => {
  const groups = drainedGroups([ended('cross', [BTC, ETH])], point([held('cross', BTC)]))
  expect(shape(groups)).toEqual([['cross', ['ETH']]])
})
