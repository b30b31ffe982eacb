import { describe, expect, test } from 'vitest'
import { instrumentId, orderId, roundId, seatId } from './ids.ts'

const readers = { instrument: instrumentId, seat: seatId, order: orderId, round: roundId }

describe.each(Object.entries(readers))('an id of the kind %s', (kind, read) => {
  test.each(['A', 'BTC', 's1', 's1-o17', 'r_9f3c', `a${'b'.repeat(63)}`])('may be %s', (text) => {
    expect(read(text)).toBe(text)
  })

  test.each([
    ['nothing', ''],
    ['a whole number, which objects would put in another order', '1'],
    ['a digit first', '1a'],
    ['a dash first', '-a'],
    ['an underscore first', '_a'],
    ['a space', 'a b'],
    ['a slash, which parts a seat from a tab', 'a/b'],
    ['a letter that is not plain', 'é'],
    ['a new line at its end', 'a\n'],
    ['sixty-five signs', 'a'.repeat(65)],
  ])('may not be %s', (_what, text) => {
    expect(() => read(text)).toThrow(RangeError)
    expect(() => read(text)).toThrow(`${kind} id must begin with a letter`)
  })
})
