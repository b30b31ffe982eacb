import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { report } from '../script/report.ts'
import { performText } from './run.ts'

const example = (name: string): object =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/examples', name), 'utf8'))

const told = (script: object) => {
  const performed = performText(JSON.stringify(script))
  if ('problems' in performed) throw new Error(performed.problems.join('; '))
  return report(performed)
}

const script = {
  instruments: [{ id: 'A', openingPrice: '100', maintenanceRate: '0.005' }],
  seats: ['alice', 'bob'],
  rules: { takerFeeRate: 0, closingFeeRate: 0 },
}
const steps = (...asked: readonly object[]) => told({ ...script, steps: asked })
const order = (more: object = {}) => ({
  order: { seat: 'alice', instrument: 'A', side: 'buy', quantity: '10', ...more },
})

test('LIQ-011 isolated: $50, $200, $200 and $400; at the end $200 is what it cost', () => {
  const { steps, seats } = told(example('lesson-isolated.json'))
  expect(steps[4]?.accounts).toMatchObject([
    { cash: '400', positions: [{ equity: '50' }, { equity: '200' }, { equity: '200' }] },
  ])
  expect(seats).toMatchObject([{ equity: '800', wiped: false, liquidations: 1 }])
})

test('LIQ-012 cross: $850 back all three; then the cascade closes them in one tick', () => {
  const { steps, seats, house, insurance } = told(example('lesson-cross.json'))
  expect(steps[4]?.accounts).toMatchObject([{ equity: '850', positions: [{}, {}, {}] }])
  expect(steps[5]?.events.map(({ type }) => type)).toEqual(['market.moved'])
  const closed = steps[6]?.events.filter(({ type }) => type === 'position.liquidated')
  expect(closed).toMatchObject([{ instrument: 'B' }, { instrument: 'C' }, { instrument: 'A' }])
  expect(seats).toMatchObject([{ equity: '0', wiped: true, wipedAtTick: 3, positions: [] }])
  expect({ house, insurance }).toEqual({ house: '990', insurance: '10' })
})

test('every kind of step is carried out', () => {
  const asked = { seat: 'alice', instrument: 'A' }
  const {
    steps: done,
    phase,
    tick,
    seats,
  } = steps(
    { marginMode: { ...asked, marginMode: 'isolated' } },
    { leverage: { ...asked, leverage: 10 } },
    order(),
    { transfer: { ...asked, amount: '50' } },
    order({ side: 'sell', type: 'limit', limitPrice: '120', reduceOnly: true }),
    { cancel: { seat: 'alice', order: 'alice-o2' } },
    order({ side: 'sell', type: 'stop', triggerPrice: 98, reduceOnly: true }),
    { marks: { A: '97' } },
    { marks: {} },
    { bell: true },
  )
  expect(done.map(({ outcome }) => outcome)).toEqual(Array(10).fill('accepted'))
  expect(done[7]?.events).toContainEqual(expect.objectContaining({ type: 'order.filled', price: '97' }))
  expect({ phase, tick }).toEqual({ phase: 'ended', tick: 2 })
  expect(seats).toMatchObject([
    { seat: 'alice', equity: '970' },
    { seat: 'bob', equity: '1000' },
  ])
})

test('a rejected step says why, and the script goes on', () => {
  const { steps: done } = steps(
    order({ quantity: '1000' }),
    order({ seat: 'carol' }),
    order({ quantity: '0.0001' }),
    { marks: { A: '99.999' } },
    order(),
  )
  expect(done.map(({ outcome, rejection }) => rejection?.reason ?? outcome)).toEqual([
    'margin_insufficient',
    'seat_unknown',
    'quantity_off_increment',
    'price_off_increment',
    'accepted',
  ])
  expect(done[0]?.rejection).toMatchObject({ shortfall: '19000' })
})

test('the rules of funding and of the largest requirement first may be asked for', () => {
  const rules = { ...script.rules, crossPolicy: 'largest-first', funding: { everyTicks: 1, rate: '-0.001' } }
  const { steps: done } = told({ ...script, rules, steps: [order(), { marks: {} }] })
  expect(done[1]?.events).toContainEqual(expect.objectContaining({ type: 'funding.paid' }))
})

test('INS-003 who bears a loss may be asked for', () => {
  const rules = { ...script.rules, insuranceFund: 0, lossPolicy: 'auto-deleveraging' }
  const { steps: done } = told({
    ...script,
    rules,
    steps: [
      order({ quantity: '49' }),
      order({ seat: 'bob', side: 'sell', quantity: '49' }),
      { marks: { A: 70 } },
    ],
  })
  expect(done[2]?.events).toContainEqual(
    expect.objectContaining({ type: 'position.deleveraged', seat: 'bob' }),
  )
})

test.each([
  ['by its name', 'harsh'],
  ['as an object', { preset: 'harsh' }],
])('a set of rules may be given %s', (_, rules) => {
  const { steps: done } = told({ ...script, rules, steps: [order({ quantity: '1' })] })
  expect(done[0]?.events).toContainEqual(expect.objectContaining({ type: 'order.filled', fee: '0.1' }))
})

test('a set of rules may have exceptions', () => {
  const rules = { preset: 'harsh', takerFeeRate: '0.002' }
  const { steps: done } = told({ ...script, rules, steps: [order({ quantity: '1' })] })
  expect(done[0]?.events).toContainEqual(expect.objectContaining({ type: 'order.filled', fee: '0.2' }))
})

test('MAR-018 an open position may change its mode where the rules say so', () => {
  const switched = { marginMode: { seat: 'alice', instrument: 'A', marginMode: 'isolated' } }
  const { seats } = told({
    ...script,
    rules: { ...script.rules, switching: 'with-position' },
    steps: [order(), switched],
  })
  expect(seats).toMatchObject([{ cash: '800', positions: [{ marginMode: 'isolated', margin: '200' }] }, {}])
})

test('LIQ-013 a size increment finer than any order shows what is closed to its last digit', () => {
  const { steps: done } = told({
    ...script,
    instruments: [{ id: 'A', openingPrice: '400', maintenanceRate: '0.09', sizeIncrement: '0.000000001' }],
    startingCash: '3090',
    rules: { takerFeeRate: 0, closingFeeRate: '0.01', crossPolicy: 'largest-first' },
    steps: [order(), { marks: { A: 100 } }],
  })
  expect(done[1]?.events).toContainEqual(
    expect.objectContaining({ type: 'position.liquidated', size: '1.111111112' }),
  )
})

test('a seat tells what it holds, what it has set aside and what it has paid', () => {
  const { seats } = told({
    ...script,
    rules: { takerFeeRate: '0.05', makerFeeRate: '0.02', closingFeeRate: '0.1' },
    steps: [
      order(),
      order({ type: 'limit', limitPrice: '90', quantity: '1' }),
      order({ side: 'sell', quantity: '2' }),
      { marks: { A: 95 } },
    ],
  })
  expect(seats[0]).toMatchObject({
    unrealizedPnl: '-40',
    realizedPnl: '0',
    feesPaid: '60',
    initialMargin: '152',
    orderMargin: '19.8',
    freeMargin: '728.2',
    positions: [
      { leverage: '5', notional: '760', initialMargin: '152', maintenanceMargin: '3.8', requirement: '79.8' },
    ],
  })
})

test('MAR-006 the liquidation price is there as it is shown and as it is', () => {
  const { seats } = told({ ...script, rules: { ...script.rules, defaultMode: 'isolated' }, steps: [order()] })
  expect(seats[0]?.positions[0]).toMatchObject({
    liquidationPrice: '80.41',
    exactLiquidationPrice: expect.stringMatching(/^80\.40201005025/),
  })
})

test('a leverage as high as the cap may be the default whatever the instrument asks for', () => {
  const rules = { leverageMax: 125, defaultLeverage: 100, closingFeeRate: '0.02' }
  const { steps: done } = told({ ...script, rules, steps: [order()] })
  expect(done[0]?.rejection?.reason).toBe('leverage_above_tier')
})

test('a name of the catalogue is enough, and what is said replaces it', () => {
  const seats = ['alice']
  const { seats: accounts } = told({
    instruments: ['BTC', { id: 'ETH', openingPrice: 4000 }],
    seats,
    startingCash: 100_000,
    steps: [order({ instrument: 'BTC', quantity: 1 }), order({ instrument: 'ETH', quantity: 1 })],
  })
  expect(accounts).toMatchObject([{ positions: [{ entryPrice: '64000' }, { entryPrice: '4000' }] }])
})

const a = script.instruments[0]
test.each([
  ['no JSON', '{', /not valid JSON/],
  ['a list', [], /expected object/],
  ['no steps', script, /^steps: /],
  ['no seat', { ...script, seats: [], steps: [] }, /^seats: must name at least one seat/],
  [
    'a seat twice',
    { ...script, seats: ['alice', 'alice'], steps: [] },
    /^seats\.1: alice sits there already/,
  ],
  ['no instrument', { ...script, instruments: [], steps: [] }, /^instruments: must name at least one/],
  [
    'an unknown instrument',
    { ...script, instruments: ['NOPE'], steps: [] },
    /^instruments\.0: is not one of BTC/,
  ],
  [
    'an instrument twice',
    { ...script, instruments: [a, a], steps: [] },
    /^instruments\.1: A is there already/,
  ],
  [
    'an opening price off its increment',
    { ...script, instruments: [{ ...a, openingPrice: '100.001' }], steps: [] },
    /^instruments\.0\.openingPrice: must be a whole multiple of 0\.01/,
  ],
  [
    'a broken table',
    {
      ...script,
      instruments: [{ id: 'A', openingPrice: 1, tiers: [{ floor: 1, maintenanceRate: '0.1' }] }],
      steps: [],
    },
    /^instruments\.0\.tiers: maintenance tier 1: floor 1 leaves a gap/,
  ],
  [
    'a step of two things',
    { ...script, steps: [{ bell: true, accounts: true }] },
    /^steps\.0: must be exactly one of/,
  ],
  ['a step of nothing', { ...script, steps: [{}] }, /^steps\.0: must be exactly one of order/],
  ['an unknown step', { ...script, steps: [{ wait: 1 }] }, /^steps\.0: .*wait/],
  [
    'an order without a quantity',
    { ...script, steps: [order({ quantity: undefined })] },
    /^steps\.0\.order\.quantity/,
  ],
  [
    'a mark of an unknown instrument',
    { ...script, steps: [{ marks: { Z: 1 } }] },
    /^steps\.0\.marks\.Z: is no instr/,
  ],
  [
    'a mark that is no number',
    { ...script, steps: [{ marks: { A: '1e3' } }] },
    /^steps\.0\.marks\.A: must be a plain/,
  ],
  [
    'rules that contradict each other',
    { ...script, rules: { leverageMax: 500 }, steps: [] },
    /^rules: the leverage cap/,
  ],
  ['an unknown set of rules', { ...script, rules: 'gentle', steps: [] }, /^rules\.preset: /],
  [
    'a set of rules with an impossible exception',
    {
      ...script,
      rules: { preset: 'frictionless', switching: 'with-position', modePolicy: 'cross-only' },
      steps: [],
    },
    /^rules: the margin mode of a position can change only where players choose it/,
  ],
  [
    'a default leverage above the cap',
    { ...script, rules: { defaultLeverage: 21 }, steps: [] },
    /^rules\.defaultLeverage: must be at least 1 and at most 20/,
  ],
  [
    'a fee of more than a tenth',
    { ...script, rules: { takerFeeRate: '0.11' }, steps: [] },
    /^rules: the taker fee is between 0 and 10 %/,
  ],
  [
    'less cash than nothing',
    { ...script, startingCash: '0.5', steps: [] },
    /^rules: the starting cash is more than/,
  ],
])('%s is refused in words', (_, bad, words) => {
  const performed = performText(typeof bad === 'string' ? bad : JSON.stringify(bad))
  expect('problems' in performed ? performed.problems[0] : 'ran').toMatch(words)
})
