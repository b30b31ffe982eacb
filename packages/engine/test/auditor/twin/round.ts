import type { InstrumentClass, RoundConfig, Rules } from '../../../src/index.ts'
import { NONE, Num } from './numbers.ts'

/** What a seat holds of one instrument. */
export interface TwinPosition {
  instrument: string
  isolated: boolean
  /** Units, positive when long. */
  size: Num
  /** What the size cost, signed like the size. */
  cost: Num
  /** The position's own margin; nothing in cross mode. */
  margin: Num
}

/** An order that waits. */
export interface TwinOrder {
  id: string
  instrument: string
  buys: boolean
  type: 'market' | 'limit' | 'stop' | 'take-profit'
  quantity: Num
  /** The limit or the trigger; null for a market order. */
  price: Num | null
  reduceOnly: boolean
}

/** How a seat trades one instrument. */
export interface TwinSetting {
  isolated: boolean
  leverage: Num
}

/** A seat's money, positions in the order in which they were opened, and orders in the order of placement. */
export interface TwinAccount {
  seat: string
  cash: Num
  settings: Record<string, TwinSetting>
  positions: TwinPosition[]
  orders: TwinOrder[]
  realized: Num
  fees: Num
  placed: number
  fills: number
  liquidations: number
  wipedAt: number | null
}

/** An instrument as far as money rules know it. */
export interface TwinInstrument {
  id: string
  class: InstrumentClass
  priceIncrement: Num
  sizeIncrement: Num
  quantityMax: Num
  tiers: { floor: Num; rate: Num; amount: Num }[]
}

/** The money rules in the twin's own numbers, and what of them is no number. */
export interface TwinRules {
  words: Pick<Rules, 'modePolicy' | 'switching' | 'crossPolicy' | 'lossPolicy'>
  isolatedAtFirst: boolean
  leverageAtFirst: Num
  leverageMax: Num
  taker: Num
  maker: Num
  closing: Num
  wipedBelow: Num
  funding: { everyTicks: number; rate: Num } | null
  startingCash: Num
  ticks: number
  standingsEvery: number
  seatsMax: number
  scripted: boolean
  minutesPerTick: number
}

/** A push that the host gave the market. */
export interface TwinShock {
  tick: number
  /** Null when it is the whole market. */
  instrument: string | null
  /** A share of the price, with its sign. */
  move: number
  minutes: number
  /** The share that is given back. */
  back: number
}

/** The whole of a round, as plain data that the rules change in place. */
export interface TwinRound {
  rules: TwinRules
  instruments: TwinInstrument[]
  phase: 'lobby' | 'running' | 'ended'
  tick: number
  marks: Record<string, Num>
  shocks: TwinShock[]
  headlines: number
  /** In the order in which the seats were taken. */
  accounts: TwinAccount[]
  house: Num
  fund: Num
  /** Everything that was ever paid in. */
  paidIn: Num
  /** What neither a wallet nor the fund has paid since the last tick began. */
  uncovered: Num
  /** What happened, one line per fact. */
  diary: string[]
}

/** A round in its lobby. */
export function openTwin(config: RoundConfig): TwinRound {
  const fund = new Num(config.rules.insuranceFund)
  return {
    rules: readRules(config),
    instruments: config.instruments.map((instrument) => ({
      id: instrument.id,
      class: instrument.class,
      priceIncrement: new Num(instrument.priceIncrement),
      sizeIncrement: new Num(instrument.sizeIncrement),
      quantityMax: new Num(instrument.quantityMax),
      tiers: readTiers(instrument.tiers),
    })),
    phase: 'lobby',
    tick: 0,
    marks: Object.fromEntries(config.instruments.map(({ id, openingPrice }) => [id, new Num(openingPrice)])),
    shocks: [],
    headlines: 0,
    accounts: [],
    house: NONE,
    fund,
    paidIn: fund,
    uncovered: NONE,
    diary: [],
  }
}

/** The amounts are derived here once more: `c_n = c_(n-1) + floor_n · (r_n - r_(n-1))`. */
function readTiers(rows: RoundConfig['instruments'][number]['tiers']): TwinInstrument['tiers'] {
  let amount = NONE
  let before = NONE
  return rows.map((row, index) => {
    const floor = new Num(row.floor)
    const rate = new Num(row.maintenanceRate)
    if (index > 0) amount = amount.plus(floor.times(rate.minus(before)))
    before = rate
    return { floor, rate, amount }
  })
}

function readRules({ rules, startingCash, clock, market, standingsEvery, seatsMax }: RoundConfig): TwinRules {
  return {
    words: rules,
    isolatedAtFirst: rules.defaultMode === 'isolated',
    leverageAtFirst: new Num(rules.defaultLeverage),
    leverageMax: new Num(rules.leverageMax),
    taker: new Num(rules.takerFeeRate),
    maker: new Num(rules.makerFeeRate),
    closing: new Num(rules.closingFeeRate),
    wipedBelow: new Num(rules.wipedBelow),
    funding: rules.funding && { everyTicks: rules.funding.everyTicks, rate: new Num(rules.funding.rate) },
    startingCash: new Num(startingCash),
    ticks: clock.ticks,
    standingsEvery,
    seatsMax,
    scripted: market.scripted === true,
    minutesPerTick: clock.marketMinutesPerTick,
  }
}

/** A copy on which a change can be tried out; numbers never change, so one level of copying is enough. */
export const ghostOf = (round: TwinRound, seat: string): { round: TwinRound; account: TwinAccount } => {
  const account = accountOf(round, seat)
  const copy: TwinAccount = {
    ...account,
    settings: Object.fromEntries(Object.entries(account.settings).map(([id, set]) => [id, { ...set }])),
    positions: account.positions.map((position) => ({ ...position })),
    orders: [...account.orders],
  }
  return { round: { ...round, diary: [] }, account: copy }
}

/** The account of a seat that has one. */
export const accountOf = (round: TwinRound, seat: string): TwinAccount =>
  found(
    round.accounts.find((account) => account.seat === seat),
    seat,
  )

/** An instrument of the round. */
export const instrumentOf = (round: TwinRound, id: string): TwinInstrument =>
  found(
    round.instruments.find((instrument) => instrument.id === id),
    id,
  )

/** The mark of an instrument. */
export const markOf = (round: TwinRound, id: string): Num => found(round.marks[id], id)

/** How a seat trades an instrument. */
export const settingOf = (account: TwinAccount, id: string): TwinSetting => found(account.settings[id], id)

/** What a seat holds of an instrument, if anything. */
export const heldIn = (account: TwinAccount, id: string): TwinPosition | undefined =>
  account.positions.find(({ instrument }) => instrument === id)

/** Writes a fact down. */
export const note = (round: TwinRound, ...words: readonly (string | number | Num | null)[]): void => {
  round.diary.push(words.map(word).join(' '))
}

/** A word of the diary: numbers in full, but for what lies beyond the thirtieth decimal. */
export const word = (value: string | number | { toFixed(): string } | null): string => {
  if (value === null) return 'none'
  if (typeof value !== 'object') return String(value)
  const text = value.toFixed()
  return text.length < 32 ? text : new Num(text).toDecimalPlaces(30).toFixed()
}

function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the twin knows no ${name}`)
  return value
}
