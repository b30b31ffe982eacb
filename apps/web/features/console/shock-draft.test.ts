import { instrumentId } from '@cascade/engine'
import { UP } from '@cascade/protocol'
import { expect, test } from 'vitest'
import { FIRST_SHOCK, lengthMs, MINUTES, moveText, SIZES, shockMessage } from './shock-draft.ts'

test.each([
  ['down', '3', '-0.03'],
  ['up', '5', '0.05'],
  ['down', '10', '-0.10'],
  ['up', '20', '0.20'],
] as const)('%s by %s per cent is sent as %s', (direction, size, text) => {
  expect(moveText({ direction, size })).toBe(text)
})

test.each(SIZES.flatMap((size) => MINUTES.map((minutes) => ({ size, minutes }))))(
  'every choice can be sent: $size % in $minutes minutes',
  (choice) => {
    const shock = shockMessage({ ...FIRST_SHOCK, ...choice, target: instrumentId('BTC') })
    const parsed = UP['market.shock'].message.parse({ roundId: 'r_1', shock })
    expect(parsed.shock).toMatchObject({ instrument: 'BTC', minutes: Number(choice.minutes) })
    expect(parsed.shock.move.times(-100).toFixed()).toBe(choice.size)
  },
)

test('the whole market is no instrument', () => {
  expect(shockMessage(FIRST_SHOCK).instrument).toBeNull()
})

test('a way takes whole ticks of the round', () => {
  expect(lengthMs(60, { tickMs: 500, marketMinutesPerTick: 5 })).toBe(6_000)
  expect(lengthMs(5, { tickMs: 500, marketMinutesPerTick: 4.8 })).toBe(1_000)
})
