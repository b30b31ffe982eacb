import { canonical, execute, openRound, type RoundEvent, view } from '@cascade/engine'
import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import { opening, script } from '../test/played.ts'
import type { commandSchema } from './command.ts'
import { encode } from './encode.ts'
import { roundEventSchema } from './event.ts'
import type { intentSchema } from './intent.ts'
import { roundSchema } from './round.ts'

const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function playedEvents() {
  const round = openRound(opening.config, opening.seed)
  const events = script.flatMap((frame) => frame.flatMap((command) => [...execute(round, command).events]))
  return { round, events }
}

test('every kind of event and command has a schema', () => {
  expectTypeOf<z.output<typeof roundEventSchema>['type']>().toEqualTypeOf<RoundEvent['type']>()
  expectTypeOf<z.output<typeof commandSchema>['type']>().toEqualTypeOf<
    Parameters<typeof execute>[1]['type']
  >()
  expectTypeOf<z.output<typeof intentSchema>['type']>().toEqualTypeOf<
    Extract<Parameters<typeof execute>[1], { id: unknown }>['type']
  >()
})

test('every event of a round arrives as it was sent', () => {
  const { events } = playedEvents()
  for (const event of events) {
    expect(canonical(roundEventSchema.parse(wire(encode(event))))).toBe(canonical(event))
  }
  expect(new Set(events.map(({ type }) => type)).size).toBeGreaterThan(11)
})

test('a round, and what one seat sees of it, arrive as they were sent', () => {
  const { round } = playedEvents()
  const [first] = round.seats.keys()
  for (const sent of [round, view(round, first ?? null), view(round, null)]) {
    const received = roundSchema.parse(wire(encode(sent)))
    expect(canonical(received)).toBe(canonical(sent))
    expect(received.accounts).toBeInstanceOf(Map)
  }
})

test('an event with a field too many, too few or of another kind is not read', () => {
  const ended = { type: 'round.ended', tick: 3 }
  expect(roundEventSchema.safeParse(ended).success).toBe(true)
  for (const event of [
    { ...ended, more: 1 },
    { type: 'round.ended' },
    { type: 'round.ended', tick: '3' },
    { type: 'round.ended', tick: -1 },
    { type: 'toString', tick: 3 },
    [],
    null,
  ]) {
    expect(roundEventSchema.safeParse(event).success).toBe(false)
  }
})
