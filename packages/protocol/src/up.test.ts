import { expect, test } from 'vitest'
import { read } from './read.ts'
import { UP } from './up.ts'

const command = UP.command.message
const order = {
  instrument: 'BTC',
  side: 'buy',
  type: 'market',
  quantity: '0.5',
  limitPrice: null,
  triggerPrice: null,
  reduceOnly: false,
}
const good = {
  roundId: 'r_1',
  id: { client: 'tab-00000001', n: 1 },
  command: { type: 'order.place', order },
}
const wire = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

test('a good command becomes fresh domain values', () => {
  const message = wire(good)
  const parsed = command.parse(message)
  expect(parsed).not.toBe(message)
  expect(parsed.command.type === 'order.place' && parsed.command.order.quantity.toFixed()).toBe('0.5')
})

const deep = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
const wide = Object.fromEntries(Array.from({ length: 100_000 }, (_, n) => [`k${n}`, n]))

test.each([
  ['null', null],
  ['an array', []],
  ['a string', 'order.place'],
  ['a number', 1],
  ['nothing', {}],
  ['a hundred thousand keys', { ...good, ...wide }],
  ['depth 7,000 as the message', deep(7000)],
  ['depth 7,000 inside', { ...good, command: deep(7000) }],
  ['a seat of somebody else', { ...good, seat: 's2' }],
  ['a user', { ...good, userId: 'u1' }],
  ['a seat inside the command', { ...good, command: { ...good.command, seat: 's2' } }],
  ['an unknown command', { ...good, command: { type: 'clock.advance' } }],
  ['a command named like a method', { ...good, command: { type: 'constructor' } }],
  ['a command named __proto__', { ...good, command: { type: '__proto__' } }],
  [
    'an instrument named like a number',
    { ...good, command: { ...good.command, order: { ...order, instrument: '7' } } },
  ],
  [
    'a missing price field',
    { ...good, command: { type: 'order.place', order: { ...order, limitPrice: undefined } } },
  ],
  ['a side in capitals', { ...good, command: { type: 'order.place', order: { ...order, side: 'BUY' } } }],
  ['a yes as text', { ...good, command: { type: 'order.place', order: { ...order, reduceOnly: 'false' } } }],
  ['n = 0', { ...good, id: { ...good.id, n: 0 } }],
  ['n = -1', { ...good, id: { ...good.id, n: -1 } }],
  ['n = 1.5', { ...good, id: { ...good.id, n: 1.5 } }],
  ['n = 2^53', { ...good, id: { ...good.id, n: 2 ** 53 } }],
  ['a short client', { ...good, id: { client: 'a', n: 1 } }],
  ['a client with a slash', { ...good, id: { client: 'abcdefgh/', n: 1 } }],
])('a command is refused for %s', (_, message) => {
  const reading = read(command, message)
  expect(reading.ok).toBe(false)
  if (!reading.ok) expect(reading.problems.join('').length).toBeLessThan(2000)
})

test('an own __proto__ key is refused and pollutes nothing', () => {
  const cancel = '"type":"order.cancel","order":"o1"'
  const head = '"roundId":"r_1","id":{"client":"tab-00000001","n":1}'
  const own = '"__proto__":{"polluted":1}'
  expect(read(command, JSON.parse(`{${head},"command":{${cancel}}}`)).ok).toBe(true)
  for (const text of [
    `{${own},${head},"command":{${cancel}}}`,
    `{${head},"command":{${cancel},${own}}}`,
    `{"roundId":"r_1","id":{"client":"tab-00000001","n":1,${own}},"command":{${cancel}}}`,
  ]) {
    expect(read(command, JSON.parse(text)).ok).toBe(false)
  }
  expect('polluted' in {}).toBe(false)
})

test('a round is joined by its name or by its code, never by both', () => {
  const join = UP['round.join'].message
  expect(join.safeParse({ roundId: 'r_1', name: 'Ada' }).success).toBe(true)
  expect(join.safeParse({ code: '012345', name: 'Ada' }).success).toBe(true)
  for (const message of [
    { roundId: 'r_1', code: '012345', name: 'Ada' },
    { name: 'Ada' },
    { code: '12345', name: 'Ada' },
    { code: 123456, name: 'Ada' },
    { code: '１２３４５６', name: 'Ada' },
  ]) {
    expect(join.safeParse(message).success).toBe(false)
  }
})

const shock = { instrument: null, move: '-0.05', minutes: 15, givenBack: 'most' }
const news = { roundId: 'r_1', headline: '  Cafe\u0301 bank  fails ', shock }

test('a headline comes in one form, and a shock as domain values', () => {
  const parsed = UP['news.publish'].message.parse(wire(news))
  expect(parsed.headline).toBe('Caf\u00e9 bank  fails')
  expect(parsed.shock?.move.toFixed()).toBe('-0.05')
})

test.each([
  ['a headline without end', { ...news, headline: 'x'.repeat(401) }],
  ['a headline that is no text', { ...news, headline: 1 }],
  ['a shock of a thousand digits', { ...news, shock: { ...shock, move: `0.${'1'.repeat(1000)}` } }],
  ['a shock as a float', { ...news, shock: { ...shock, move: -0.05 } }],
  ['half a minute', { ...news, shock: { ...shock, minutes: 0.5 } }],
  ['an own word for what is given back', { ...news, shock: { ...shock, givenBack: 'all' } }],
  ['a tick', { ...news, shock: { ...shock, tick: 3 } }],
  ['a seat', { ...news, seat: 's1' }],
])('news with %s are refused', (_, message) => {
  expect(UP['news.publish'].message.safeParse(wire(message)).success).toBe(false)
})
