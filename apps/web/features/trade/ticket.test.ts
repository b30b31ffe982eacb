import {
  execute,
  freeMargin,
  instrumentId,
  liquidationPriceOf,
  markOf,
  money,
  openRound,
  type RoundChoices,
  roundId,
  type Side,
  seatId,
  seedFromText,
  standardConfig,
  view,
} from '@cascade/engine'
import { commandOf } from '@cascade/protocol'
import { describe, expect, test } from 'vitest'
import { RoundStore } from '../../live/round-store.ts'
import { type Draft, firstDraft, intentsOf, SHARES } from './draft.ts'
import { outlookOf } from './outlook.ts'
import { risksOf } from './risky.ts'

const SEAT = seatId('s1')
const BTC = instrumentId('BTC')

/** A running round, and the tab of the only player in it. */
function openTab(seed = 'ticket', choices: Omit<RoundChoices, 'id'> = {}) {
  const round = openRound(standardConfig({ id: roundId('r1'), ...choices }), seedFromText(seed))
  execute(round, { type: 'seat.join', seat: SEAT, kind: 'human', character: null })
  execute(round, { type: 'round.start' })
  execute(round, { type: 'clock.advance' })
  const store = new RoundStore({
    round: view(round, SEAT),
    names: new Map(),
    tick: 1,
    seat: SEAT,
    host: false,
    roomCode: null,
    commitment: 'c'.repeat(64),
  })
  return { round, store }
}

const draft = (change: Partial<Draft>): Draft => ({ ...firstDraft(BTC), ...change })

describe('the ticket', () => {
  test.each(
    SHARES.flatMap((share) =>
      [1, 3, 5, 10, 20].flatMap((leverage) =>
        (['buy', 'sell'] as const).map((side): [number, number, Side] => [share, leverage, side]),
      ),
    ),
  )('offers a share of %d at %dx to %s that the round takes', (share, leverage, side) => {
    const { round, store } = openTab()
    const wish = draft({ side, leverage, size: { kind: 'share', share } })
    const { order, rejection } = outlookOf(store, wish)
    expect(rejection).toBeNull()
    if (!order) throw new Error('an order was expected')
    for (const intent of intentsOf(wish, order)) {
      expect(execute(round, commandOf(intent, { seat: SEAT, id: null })).status).toBe('accepted')
    }
  })

  test('says before what is true afterwards: preview = deed', () => {
    const { round, store } = openTab()
    const wish = draft({ leverage: 20, size: { kind: 'share', share: 0.5 } })
    const outlook = outlookOf(store, wish)
    if (!outlook.order) throw new Error('an order was expected')
    for (const intent of intentsOf(wish, outlook.order)) {
      execute(round, commandOf(intent, { seat: SEAT, id: null }))
    }
    const account = round.accounts.get(SEAT)
    if (!account) throw new Error('an account was expected')
    expect(account.feesPaid.toFixed()).toBe(outlook.fee?.toFixed())
    expect(liquidationPriceOf(round, account, BTC)?.toFixed()).toBe(outlook.liquidationPrice?.toFixed())
    expect(
      freeMargin(round, account)
        .plus(outlook.margin ?? 0)
        .toNumber(),
    ).toBe(10_000)
  })

  test('changes nothing by looking', () => {
    const { round, store } = openTab()
    outlookOf(store, draft({ leverage: 20, size: { kind: 'share', share: 1 } }))
    expect(store.round.accounts).toEqual(view(round, SEAT).accounts)
  })

  test('names what is missing', () => {
    const { store } = openTab()
    expect(outlookOf(store, draft({ size: { kind: 'units', units: 0 } })).missing).toBe('size')
    expect(outlookOf(store, draft({ type: 'limit' })).missing).toBe('price')
  })

  test('says the exact shortfall of an order that is too large', () => {
    const { store } = openTab()
    const { rejection } = outlookOf(store, draft({ size: { kind: 'units', units: 5 } }))
    expect(rejection?.reason).toBe('margin_insufficient')
    expect(rejection?.shortfall?.toNumber()).toBeGreaterThan(0)
  })
})

describe('where trades move prices the ticket', () => {
  const moved = { impact: 'gentle', startingCash: money(1_000_000) } as const

  test.each([
    ['buy', 20],
    ['sell', 20],
    ['buy', 5],
  ] as const)('IMP-006 offers to %s with all free margin at %dx what the round takes', (side, leverage) => {
    const { round, store } = openTab('ticket', moved)
    const wish = draft({ side, leverage, size: { kind: 'share', share: 1 } })
    const { order, rejection, share } = outlookOf(store, wish)
    expect(rejection).toBeNull()
    if (!order) throw new Error('an order was expected')
    for (const intent of intentsOf(wish, order)) {
      expect(execute(round, commandOf(intent, { seat: SEAT, id: null })).status).toBe('accepted')
    }
    expect(share).toBeGreaterThan(0.2)
  })

  test('IMP-003 says the price at which the order then fills, and how much worse it is than the mark', () => {
    const { round, store } = openTab('ticket', moved)
    const wish = draft({ side: 'sell', leverage: 10, size: { kind: 'share', share: 0.5 } })
    const { order, price, slippage } = outlookOf(store, wish)
    if (!order || !price) throw new Error('an order was expected')
    const mark = markOf(round, BTC)
    expect(slippage).toBeCloseTo(1 - price.div(mark).toNumber(), 12)
    expect(slippage).toBeGreaterThan(0.005)
    const outcomes = intentsOf(wish, order).map((intent) =>
      execute(round, commandOf(intent, { seat: SEAT, id: null })),
    )
    const fill = outcomes.flatMap(({ events }) => [...events]).find(({ type }) => type === 'order.filled')
    expect(fill).toMatchObject({ price })
  })

  test('IMP-001 says nothing of it where they do not', () => {
    expect(outlookOf(openTab().store, draft({})).slippage).toBeNull()
  })
})

describe('an order is asked about once more, or not', () => {
  const outlook = outlookOf(openTab().store, draft({}))

  test.each([
    ['a quarter at 5x', {}, 5, []],
    ['ten times leverage', {}, 10, ['leverage']],
    ['half of the free margin', { share: 0.5 }, 5, ['size']],
    ['hardly anything left', { share: 0.95, left: 0.05 }, 2, ['size', 'buffer']],
    ['a close, however large', { effect: 'close', share: 1, left: 0 } as const, 20, []],
  ])('for %s', (_what, change, leverage, risks) => {
    const found = Object.entries(risksOf({ ...outlook, effect: 'open', ...change }, leverage) ?? {})
    expect(found.flatMap(([risk, holds]) => (holds ? risk : []))).toEqual(risks)
  })
})
