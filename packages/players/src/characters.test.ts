import { expect, test, vi } from 'vitest'
import { play, tableOf } from '../test/table.ts'
import { CHARACTERS, characterOf } from './characters.ts'

// Whole rounds are played, perhaps on a machine that is busy with other things.
vi.setConfig({ testTimeout: 30_000 })

test('every character has its own name, its own sentences, and a key for each', () => {
  const ids = CHARACTERS.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const character of CHARACTERS) {
    expect(character.id).toMatch(/^[a-z][a-z-]*$/)
    expect(character.title.key).toBe(`players.${character.id}.title`)
    expect(character.oneLine.text).toMatch(/^[A-Z].*\.$/)
    expect(character.mistake.text).toMatch(/^(I|My) .*\.$/)
    expect(characterOf(character.id)).toBe(character)
  }
  expect(characterOf('constructor')).toBeUndefined()
})

test('every character trades, each in its own way', () => {
  const { round, outcomes } = play(tableOf('ways', 14, { ticks: 600, scenario: 'wild' }))
  const filled = new Map<string, number>()
  for (const { events } of outcomes) {
    for (const event of events) {
      if (event.type !== 'order.filled') continue
      const character = round.seats.get(event.seat)?.character ?? ''
      filled.set(character, (filled.get(character) ?? 0) + 1)
    }
  }
  expect([...filled.keys()].sort()).toEqual(CHARACTERS.map(({ id }) => id).sort())
})

const eventsOf = (id: string, scenario: string) => {
  const { round, outcomes } = play(
    tableOf(`${id} ${scenario}`, 21, { ticks: 400, scenario, marketMinutesPerTick: 3 }),
  )
  const seats = [...round.seats.values()].filter(({ character }) => character === id).map((seat) => seat.id)
  return outcomes
    .flatMap(({ events }) => [...events])
    .filter((event) => 'seat' in event && seats.some((seat) => seat === event.seat))
}

test('the averager makes losing positions larger', () => {
  const fills = eventsOf('average-down', 'wild').filter((event) => event.type === 'order.filled')
  expect(fills.some(({ effect }) => effect === 'increase')).toBe(true)
})

test('the careful one protects what it holds', () => {
  const placed = eventsOf('careful', 'wild').filter((event) => event.type === 'order.placed')
  const opened = placed.filter(({ order }) => order.type === 'market' && !order.reduceOnly)
  const stops = placed.filter(({ order }) => order.type === 'stop')
  expect(opened.length).toBeGreaterThan(5)
  expect(stops.length).toBeGreaterThan(opened.length * 0.7)
})

test('the hedger holds one long and one short', () => {
  const fills = eventsOf('hedger', 'calm').filter((event) => event.type === 'order.filled')
  expect(new Set(fills.map(({ side }) => side))).toEqual(new Set(['buy', 'sell']))
  expect(new Set(fills.map(({ marginMode }) => marginMode))).toEqual(new Set(['isolated']))
})
