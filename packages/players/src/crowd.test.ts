import { canonical, execute, openRound, rate, seatId } from '@cascade/engine'
import { expect, test, vi } from 'vitest'
import { openingOf, play, tableOf } from '../test/table.ts'
import { Crowd } from './crowd.ts'

// Whole rounds are played, perhaps on a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

test('the same round and seed make the same commands, another seed makes others', () => {
  const first = play(tableOf('one', 14))
  expect(canonical(play(tableOf('one', 14)).ticks)).toBe(canonical(first.ticks))
  expect(canonical(play(tableOf('two', 14)).ticks)).not.toBe(canonical(first.ticks))
})

test('a crowd that has only watched a replay goes on as the one that played', () => {
  const table = tableOf('restart', 14, { scenario: 'wild' })
  const { ticks } = play(table)
  const round = openRound(table.config, table.seed)
  for (const command of openingOf(table)) execute(round, command)
  const late = new Crowd(table.seed)
  for (const [tick, commands] of ticks.entries()) {
    if (tick >= 150) expect(canonical(late.commands(round))).toBe(canonical(commands))
    else late.watch(round)
    for (const command of commands) execute(round, command)
    execute(round, { type: 'clock.advance' })
  }
  expect(ticks.slice(150).flat().length).toBeGreaterThan(20)
})

test('being asked twice changes neither the answer nor the round', () => {
  const table = tableOf('twice', 7)
  const round = openRound(table.config, table.seed)
  const crowd = new Crowd(table.seed)
  for (const command of openingOf(table)) execute(round, command)
  for (let tick = 0; tick < 40; tick += 1) {
    const before = round.fingerprint
    const commands = crowd.commands(round)
    expect(canonical(crowd.commands(round))).toBe(canonical(commands))
    expect(round.fingerprint).toBe(before)
    for (const command of commands) execute(round, command)
    execute(round, { type: 'clock.advance' })
  }
})

test.each([
  ['cross-only', 'cross'],
  ['isolated-only', 'isolated'],
] as const)('under %s every position is %s', (modePolicy, mode) => {
  const { outcomes } = play(tableOf('policy', 21, { modePolicy, scenario: 'wild' }))
  const modes = outcomes.flatMap(({ events }) =>
    events.flatMap((event) => (event.type === 'order.filled' ? [event.marginMode] : [])),
  )
  expect(modes.length).toBeGreaterThan(50)
  expect(new Set(modes)).toEqual(new Set([mode]))
})

test.each([1, 2, 20, 125])(
  'with a leverage of at most %d nothing that is sent is ever rejected',
  (highest) => {
    const { outcomes, round } = play(
      tableOf(`leverage ${highest}`, 28, {
        leverageMax: rate(highest),
        scenario: 'black',
        marketMinutesPerTick: 5,
      }),
    )
    expect(outcomes.filter(({ status }) => status !== 'accepted')).toEqual([])
    for (const account of round.accounts.values()) {
      for (const { leverage } of account.settings.values()) expect(leverage.lte(highest)).toBe(true)
    }
  },
)

test('a round with one instrument suits everybody', () => {
  const table = tableOf('single', 14)
  const [only] = table.config.instruments
  const { outcomes } = play({ ...table, config: { ...table.config, instruments: only ? [only] : [] } })
  expect(outcomes.every(({ status }) => status === 'accepted')).toBe(true)
  expect(outcomes.some(({ events }) => events.some(({ type }) => type === 'order.filled'))).toBe(true)
})

test('people, unknown characters and the wiped are left alone', () => {
  const table = tableOf('people', 0)
  const round = openRound(table.config, table.seed)
  const crowd = new Crowd(table.seed)
  const seats = planned(['human', null], ['automatic', 'nobody'])
  for (const command of [...seats, { type: 'round.start' } as const]) execute(round, command)
  for (let tick = 0; tick < 60; tick += 1) {
    expect(crowd.commands(round)).toEqual([])
    execute(round, { type: 'clock.advance' })
  }
})

test('a volatile round liquidates some and spares others', () => {
  const { round } = play(
    tableOf('volatile', 28, { ticks: 1200, scenario: 'wild', marketMinutesPerTick: 3.6 }),
  )
  const liquidated = new Set<string>()
  const spared = new Set<string>()
  for (const seat of round.seats.values()) {
    const hit = (round.accounts.get(seat.id)?.liquidations ?? 0) > 0
    ;(hit ? liquidated : spared).add(seat.character ?? '')
  }
  expect(liquidated.size).toBeGreaterThanOrEqual(3)
  expect(liquidated).toContain('max-leverage')
  expect(spared).toContain('careful')
})

function planned(...seats: readonly (readonly ['human' | 'automatic', string | null])[]) {
  return seats.map(([kind, character], index) => ({
    type: 'seat.join' as const,
    seat: seatId(`s${index + 1}`),
    kind,
    character,
  }))
}
