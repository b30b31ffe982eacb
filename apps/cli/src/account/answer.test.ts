import { describe, expect, test } from 'vitest'
import { answerOf } from '../commands/margin.ts'
import { accountAnswer } from './answer.ts'
import { accountSchema } from './schema.ts'

const FREE = { closingFeeRate: '0', maintenanceRate: '0.005' }
const lot = (instrument: string, markPrice = '100') => ({
  instrument,
  size: '10',
  entryPrice: '100',
  markPrice,
  leverage: '5',
})
const lesson = { cash: '1000', mode: 'cross', rules: FREE, positions: [lot('A', '85'), lot('B'), lot('C')] }
const isolated = { ...lesson, mode: 'isolated', cash: '400' }
const btc = { ...lot('BTC', '64100'), size: '-0.5', entryPrice: '64000' }

const answer = (account: object) => answerOf(JSON.stringify(account), 1)

describe('a whole account', () => {
  test('LIQ-011 isolated: $200 became $50, the others and the $400 did not move', () => {
    expect(answer(isolated)).toMatchObject({
      equity: '850',
      freeMargin: '400',
      liquidatable: false,
      positions: [{ equity: '50' }, { equity: '200' }, { equity: '200' }],
    })
  })

  test('LIQ-012 cross: $850 back all three', () => {
    const told = answer(lesson)
    expect(told).toMatchObject({ equity: '850', requirement: '14.25', liquidatable: false })
    expect(told).not.toHaveProperty('positions.0.equity')
  })

  test('LIQ-012 cross: less shared money than the requirement is liquidatable', () => {
    const positions = (mark: string) => [lot('A', mark), lot('B'), lot('C')]
    expect(answer({ ...lesson, positions: positions('1.1') })).toMatchObject({ liquidatable: false })
    expect(answer({ ...lesson, positions: positions('1') })).toMatchObject({
      equity: '10',
      liquidatable: true,
    })
  })

  test('MAR-006 a mark at the liquidation price leaves the bucket its requirement', () => {
    const told = (account: object) => accountAnswer(accountSchema.parse(account))
    const thereOf = (account: object) => {
      const at = told(account).positions[0]?.liquidationPrice?.slice(0, 30)
      return told({ ...account, positions: [lot('A', at), lot('B'), lot('C')] })
    }
    const shared = thereOf(lesson)
    expect(Number(shared.equity)).toBeCloseTo(Number(shared.requirement), 12)
    const own = thereOf(isolated).positions[0]
    expect(Number(own?.equity)).toBeCloseTo(Number(own?.requirement), 12)
  })

  test('MAR-003 a known instrument brings its tiers and the standard closing fee', () => {
    expect(answer({ mode: 'cross', cash: 40_000, positions: [{ ...btc, size: -5 }] })).toMatchObject({
      maintenanceMargin: '1955',
      requirement: '2275.5',
    })
  })

  test('a table for one instrument leaves the others the catalogue', () => {
    const tiers = { A: [{ floor: 0, maintenanceRate: '0.1' }] }
    const account = { ...lesson, rules: { closingFeeRate: 0, tiers }, positions: [lot('A'), btc] }
    expect(answer(account)).toMatchObject({
      positions: [{ maintenanceMargin: '100' }, { maintenanceMargin: '160.25' }],
    })
  })

  test('a margin that is given replaces what opening took', () => {
    const account = { ...isolated, positions: [{ ...lot('A', '85'), margin: '151' }] }
    expect(answer(account)).toMatchObject({
      positions: [{ margin: '151', equity: '1', liquidatable: true, bankruptcyPrice: '84.9' }],
      liquidatable: true,
    })
  })

  test('without positions an account owes nothing and is not liquidatable, even in debt', () => {
    expect(answer({ mode: 'cross', cash: '-5', positions: [] })).toMatchObject({
      equity: '-5',
      requirement: '0',
      liquidatable: false,
    })
  })
})

describe('waiting orders', () => {
  const free = { ...FREE, makerFeeRate: '0', takerFeeRate: '0.01' }
  const order = (more: object) => ({ instrument: 'A', side: 'buy', quantity: '1', price: '90', ...more })

  test.each([
    ['what enlarges a position', [order({})], '18'],
    ['what closes it', [order({ side: 'sell' })], '0'],
    ['what turns it, beyond its size', [order({ side: 'sell', quantity: '12', price: '110' })], '44'],
    [
      'the second of two that close',
      [order({ side: 'sell', quantity: '10' }), order({ side: 'sell' })],
      '18',
    ],
    ['what may only reduce', [order({ reduceOnly: true })], '0'],
    ['an order that takes the mark, with its fee', [order({ type: 'stop', price: '110' })], '23.1'],
    ['an instrument without a position', [order({ instrument: 'Z', leverage: '10' })], '9'],
  ])('ORD-009 %s is set aside for', (_, orders, orderMargin) => {
    const told = answer({ ...lesson, rules: free, positions: [lot('A')], orders })
    expect(told).toMatchObject({
      orderMargin,
      initialMargin: '200',
      freeMargin: String(800 - Number(orderMargin)),
    })
  })

  test('MAR-005 orders take from what is free and from nothing that keeps the account alive', () => {
    const orders = [order({ quantity: '50' })]
    const told = answer({ ...lesson, rules: free, positions: [lot('A')], orders })
    expect(told).toMatchObject({ freeMargin: '-100', requirement: '5', liquidatable: false })
  })
})

test('a position may have a mode of its own', () => {
  const positions = [{ ...lot('A', '82'), mode: 'isolated' }, lot('B', '110')]
  expect(answer({ ...lesson, cash: '800', positions })).toMatchObject({
    equity: '920',
    freeMargin: '680',
    positions: [
      { mode: 'isolated', margin: '200', equity: '20' },
      { mode: 'cross', bankruptcyPrice: '20' },
    ],
  })
})

test('MAR-003 a position says which tier it is in', () => {
  expect(answer({ mode: 'cross', cash: 40_000, positions: [{ ...btc, size: -5 }] })).toMatchObject({
    positions: [{ maintenanceRate: '0.01', maintenanceAmount: '1250' }],
  })
})

const table = (...rows: readonly [string, string][]) => ({
  tiers: rows.map(([floor, maintenanceRate]) => ({ floor, maintenanceRate })),
})

test.each([
  ['no mode', { cash: '1', positions: [] }, /^mode: /],
  ['another mode', { ...lesson, mode: 'portfolio' }, /^mode: /],
  ['no cash', { mode: 'cross', positions: [] }, /^cash: must be a decimal number/],
  [
    'a size of zero',
    { ...lesson, rules: FREE, positions: [{ ...lot('A'), size: '-0' }] },
    /0\.size: must not be/,
  ],
  [
    'a size with an exponent',
    { ...lesson, positions: [{ ...lot('A'), size: 1e-7 }] },
    /0\.size: must be a dec/,
  ],
  ['a mark of zero', { ...lesson, positions: [lot('A', '0')] }, /0\.markPrice: must be above zero/],
  [
    'no leverage',
    { ...lesson, positions: [{ ...lot('A'), leverage: undefined }] },
    /0\.leverage: must be a dec/,
  ],
  [
    'a leverage below one',
    { ...lesson, positions: [{ ...lot('A'), leverage: '0.5' }] },
    /0\.leverage: must be at/,
  ],
  ['a field too many', { ...lesson, positions: [{ ...lot('A'), side: 'long' }] }, /positions\.0: .*side/],
  [
    'an instrument twice',
    { ...lesson, positions: [lot('A'), lot('A')] },
    /1\.instrument: has a position already/,
  ],
  [
    'an own margin in cross mode',
    { ...lesson, positions: [{ ...lot('A'), margin: '1' }] },
    /0\.margin: is for iso/,
  ],
  ['an unknown instrument', { ...lesson, rules: {} }, /0\.instrument: is not one of BTC.*maintenanceRate/],
  [
    'an inherited name',
    { ...lesson, rules: {}, positions: [lot('constructor')] },
    /0\.instrument: is not one/,
  ],
  [
    'an amount that is not the derived one',
    { ...lesson, rules: { tiers: [{ floor: '0', maintenanceRate: '0.1', maintenanceAmount: '7' }] } },
    /tier 1: takes off 0, not 7/,
  ],
  [
    'an order without leverage',
    { ...lesson, orders: [{ instrument: 'Z', side: 'buy', quantity: '1', price: '1' }] },
    /orders\.0\.leverage: must be given/,
  ],
  [
    'two leverages for an instrument',
    { ...lesson, orders: [{ instrument: 'A', side: 'buy', quantity: '1', price: '1', leverage: '2' }] },
    /orders\.0\.leverage: is the position/,
  ],
  ['a gap below', { ...lesson, rules: table(['5', '0.01']) }, /rules\.tiers.* tier 1: floor 5 leaves a gap/],
  [
    'a falling rate',
    { ...lesson, rules: table(['0', '0.01'], ['9', '0.005']) },
    /tier 2: rate 0\.005 is below/,
  ],
  ['a rate of one', { ...lesson, rules: { maintenanceRate: '1' } }, /maintenanceRate: .*not between 0 and 1/],
  [
    'a floor that is no number',
    { ...lesson, rules: table(['x', '0.01']) },
    /rules\.tiers\.\*\.0\.floor: must be a/,
  ],
  ['an empty table', { ...lesson, rules: { tiers: [] } }, /at least one row/],
  [
    'a table nobody uses',
    { ...lesson, rules: { ...FREE, tiers: { Z: table(['0', '0.1']).tiers } } },
    /no position/,
  ],
  ['a closing fee of all', { ...lesson, rules: { closingFeeRate: '1' } }, /closingFeeRate: must be a share/],
])('%s is answered with an error that says where', (_, account, words) => {
  expect(answerOf(JSON.stringify(account), 3)).toEqual({ error: expect.stringMatching(words), line: 3 })
})
