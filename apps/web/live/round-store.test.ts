import {
  type Command,
  canonical,
  execute,
  instrumentId,
  instrumentOf,
  openRound,
  privateEvent,
  publicEvent,
  quantity,
  type Round,
  type RoundEvent,
  rate,
  roundId,
  seatId,
  seedFromText,
  standardConfig,
  view,
} from '@cascade/engine'
import { expect, test } from 'vitest'
import { type HeardFrame, RoundStore } from './round-store.ts'

const ANN = seatId('s1')
const BTC = instrumentId('BTC')

const buy = (seat = ANN): Command => ({
  type: 'order.place',
  seat,
  id: null,
  order: {
    instrument: BTC,
    side: 'buy',
    type: 'market',
    quantity: quantity('0.01'),
    limitPrice: null,
    triggerPrice: null,
    reduceOnly: false,
  },
})

/** Carries commands out and gives the frame as one seat hears it. */
function hearing(round: Round, tick: number, commands: readonly Command[]): HeardFrame {
  const events = commands.flatMap((command) => [...execute(round, command).events])
  return {
    tick,
    own: events.flatMap((event) => privateEvent(event, ANN, round.config) ?? []),
    everybody: events.flatMap((event) => publicEvent(event, round.config) ?? []),
  }
}

function openTab() {
  const round = openRound(standardConfig({ id: roundId('r1'), ticks: 60 }), seedFromText('store'))
  for (const seat of [ANN, seatId('s2')]) {
    execute(round, { type: 'seat.join', seat, kind: 'human', character: null })
  }
  execute(round, { type: 'round.start' })
  const snapshot = (tick: number) => ({
    round: view(round, ANN),
    names: new Map([[ANN, 'Ann']]),
    tick,
    seat: ANN,
    host: false,
    roomCode: null,
    commitment: 'c'.repeat(64),
    serverTimeMs: 0,
    nextTickInMs: 0,
  })
  return { round, snapshot, store: new RoundStore(snapshot(1)) }
}

test('what a tab has folded is what the server would show it', () => {
  const { round, store } = openTab()
  for (let tick = 2; tick < 40; tick += 1) {
    const commands: Command[] = tick % 7 === 0 ? [buy(), buy(seatId('s2'))] : []
    expect(store.fold(hearing(round, tick, [...commands, { type: 'clock.advance' }]))).toBe(true)
    expect(canonical(store.round)).toBe(canonical(view(round, ANN)))
  }
  expect(store.account?.fills).toBe(5)
})

test('a frame that was heard already changes nothing, and one that is missing is noticed', () => {
  const { round, store } = openTab()
  const second = hearing(round, 2, [{ type: 'clock.advance' }])
  const third = hearing(round, 3, [{ type: 'clock.advance' }])
  expect(store.fold(third)).toBe(false)
  expect(store.fold(second)).toBe(true)
  expect(store.fold(second)).toBe(true)
  expect(store.round.tick).toBe(1)
})

test('names add up, in whatever order rosters and snapshots come', () => {
  const { store, snapshot } = openTab()
  const bert = seatId('s2')
  store.hearNames(new Map([[bert, 'Bert']]))
  const heard = store.names
  store.reset(snapshot(2), 0)
  expect(store.names).toBe(heard)
  expect([...heard]).toEqual([
    [ANN, 'Ann'],
    [bert, 'Bert'],
  ])
})

test('a snapshot heals a gap and says what happened meanwhile', () => {
  const { round, store, snapshot } = openTab()
  hearing(round, 2, [buy(), { type: 'clock.advance' }])
  store.reset(snapshot(2), 9_000)
  expect(store.absence).toMatchObject({ awayMs: 9_000, fills: 1, liquidations: 0, equityBefore: 10_000 })
  expect(store.fold(hearing(round, 3, [{ type: 'clock.advance' }]))).toBe(true)
})

test('the prices of every tick are kept for the chart', () => {
  const { round, store } = openTab()
  for (let tick = 2; tick < 6; tick += 1) store.fold(hearing(round, tick, [{ type: 'clock.advance' }]))
  expect(store.prices.line(BTC).ticks).toEqual([0, 1, 2, 3, 4])
})

test('what was traded in every tick is kept for the chart', () => {
  const { round, store } = openTab()
  const traded = [0]
  for (let tick = 2; tick < 6; tick += 1) {
    const heard = hearing(round, tick, [buy(), { type: 'clock.advance' }])
    const moved = heard.everybody.find((event) => event.type === 'market.moved')
    traded.push(moved?.volumes[0] ?? 0)
    store.fold(heard)
  }
  expect(Math.min(...traded.slice(1))).toBeGreaterThan(0)
  expect(store.prices.line(BTC).volumes).toEqual(traded)
})

/** What the server tells of four ticks in which bitcoin rose by 5, 5, 5 and 1 increments and Ann bought. */
function pastOf(round: Round, fill: RoundEvent) {
  const { openingPrice, priceIncrement } = instrumentOf(round, BTC)
  const opening = openingPrice.div(priceIncrement).toNumber()
  const volumes = [{ unit: 0.5, counts: [0, 9, 99, 0, 4] }]
  return { marks: { fromTick: 0, every: 1, steps: [[opening, 5, 5, 5, 1]], volumes }, milestones: [fill] }
}

/** A round in which Ann bought before its fifth tick. */
function bought() {
  const tab = openTab()
  const { own } = hearing(tab.round, 2, [buy()])
  const fill = own.find(({ type }) => type === 'order.filled')
  if (!fill) throw new Error('a market order fills')
  for (let tick = 0; tick < 5; tick += 1) execute(tab.round, { type: 'clock.advance' })
  return { ...tab, past: pastOf(tab.round, fill) }
}

test('a tab that comes late draws and tells what came before, and folds none of it', () => {
  const { round, snapshot, past } = bought()
  const store = new RoundStore({ ...snapshot(7), past })
  const { openingPrice } = instrumentOf(round, BTC)
  const risen = [0, 0.5, 1, 1.5, 1.6].map((rise) => openingPrice.plus(rise).toNumber())
  const { ticks, marks, volumes } = store.prices.line(BTC)
  expect(ticks).toEqual([0, 1, 2, 3, 4, 5])
  expect(marks.slice(0, 5)).toEqual(risen)
  expect(volumes).toEqual([0, 4.5, 49.5, 0, 2, 0])
  expect(marks[5]).toBe(round.marks.get(BTC)?.toNumber())
  expect(store.feed.items).toMatchObject([{ kind: 'filled', seat: ANN, late: true }])
  expect(canonical(store.round)).toBe(canonical(view(round, ANN)))
})

test('a tab that missed something has no hole in its prices afterwards', () => {
  const { store, snapshot, past } = bought()
  const steps = past.marks.steps.map(([opening = 0, first = 0, ...others]) => [opening + first, ...others])
  store.reset({ ...snapshot(7), past: { ...past, marks: { ...past.marks, fromTick: 1, steps } } }, 9_000)
  expect(store.prices.line(BTC).ticks).toEqual([0, 1, 2, 3, 4, 5])
  expect(store.feed.items.map(({ kind }) => kind)).toEqual(['filled'])
})

test('news and shocks that were missed are told once, in their order, and none of where prices go', () => {
  const { round, snapshot, store } = openTab()
  const shock = { instrument: BTC, move: rate('-0.1'), minutes: 60, givenBack: 'half' } as const
  const act: Command = { type: 'news.publish', headline: 'An exchange stops withdrawals', shock }
  store.fold(hearing(round, 2, [act, { type: 'clock.advance' }]))
  hearing(round, 3, [{ ...act, headline: 'It was a hoax', shock: null }, { type: 'clock.advance' }])
  store.reset(snapshot(3), 1_000)
  store.reset(snapshot(3), 1_000)
  const told = store.feed.items.filter(({ kind }) => kind === 'news' || kind === 'shocked')
  expect(told).toMatchObject([
    { kind: 'news', tick: 0, headline: 'An exchange stops withdrawals', late: false },
    { kind: 'shocked', tick: 0, instrument: BTC, shock: null, late: false },
    { kind: 'news', tick: 1, headline: 'It was a hoax', late: true },
  ])
  expect(new RoundStore(snapshot(3)).feed.items.map(({ kind }) => kind)).toEqual(['news', 'shocked', 'news'])
})
