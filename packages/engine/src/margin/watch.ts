import type { Instrument } from '../market/instrument.ts'
import type { Account } from './account.ts'
import type { Market } from './bucket.ts'
import type { Position } from './position.ts'

/**
 * A quick look at accounts in float64: it names every account that could be liquidatable at the marks, and a
 * few that are not. The decision is made elsewhere, exactly. A value of a round never changes, so what is
 * read off an account is kept for as long as that account lives.
 */
export interface Watch {
  /** Marks in the order of the configuration, simulated dollars per unit. */
  readonly marks: Float64Array
  readonly slots: ReadonlyMap<string, number>
  readonly tables: readonly Float64Array[]
  readonly closingFeeRate: number
}

/** A position as floats: its size and cost, and the place of its instrument. */
export interface Column {
  readonly slot: number
  readonly size: number
  readonly entryCost: number
  /** The isolated margin; unused in cross mode. */
  readonly margin: number
}

interface Columns {
  readonly cash: number
  readonly cross: readonly Column[]
  readonly isolated: readonly Column[]
}

/**
 * Bound of the error of a health computed here, as a share of the sum of the magnitudes added: a few dozen
 * correctly rounded operations err by less than 64 units in the last place, 64 · 2⁻⁵³.
 */
const ERROR_SHARE = 32 * Number.EPSILON

const columnsOf = new WeakMap<Account, Columns>()

/** Reads the marks and the maintenance tables for one look at all accounts. */
export function openWatch(market: Market): Watch {
  const { instruments, rules } = market.config
  return {
    marks: Float64Array.from(instruments, ({ id }) => market.marks.get(id)?.toNumber() ?? Number.NaN),
    slots: slotsOf(instruments),
    tables: instruments.map(tableOf),
    closingFeeRate: rules.closingFeeRate.toNumber(),
  }
}

/** Whether any bucket of an account could be liquidatable. A no is certain. */
export function couldBeInTrouble(watch: Watch, account: Account): boolean {
  const columns = columnsFor(watch, account)
  if (columns.cross.length > 0 && !isSafe(watch, columns.cash, columns.cross)) return true
  return columns.isolated.some((column) => !isSafe(watch, column.margin, [column]))
}

/** Money that answers for the same positions, as floats. */
export interface WatchedBucket {
  readonly wallet: number
  readonly columns: readonly Column[]
}

/** The buckets of an account that hold positions, as floats. */
export function watchedBuckets(watch: Watch, account: Account): readonly WatchedBucket[] {
  const { cash, cross, isolated } = columnsFor(watch, account)
  const alone = isolated.map((column) => ({ wallet: column.margin, columns: [column] }))
  return cross.length > 0 ? [{ wallet: cash, columns: cross }, ...alone] : alone
}

/**
 * Equity less requirement of a bucket, simulated dollars, with one mark multiplied by a factor. For gauges:
 * the last digits are not right.
 */
export function healthWith(
  watch: Watch,
  bucket: WatchedBucket,
  at: { slot: number; factor: number },
): number {
  let health = bucket.wallet
  for (const { slot, size, entryCost } of bucket.columns) {
    const worth = size * (watch.marks[slot] ?? Number.NaN) * (slot === at.slot ? at.factor : 1)
    const notional = Math.abs(worth)
    health += worth - entryCost - maintenance(watch.tables[slot], notional) - notional * watch.closingFeeRate
  }
  return health
}

function columnsFor(watch: Watch, account: Account): Columns {
  const known = columnsOf.get(account)
  if (known) return known
  const columns = readColumns(watch, account)
  columnsOf.set(account, columns)
  return columns
}

/** Equity less requirement, above what rounding could have done to it. */
function isSafe(watch: Watch, wallet: number, columns: readonly Column[]): boolean {
  let health = wallet
  let magnitude = Math.abs(wallet)
  for (const { slot, size, entryCost } of columns) {
    const worth = size * (watch.marks[slot] ?? Number.NaN)
    const notional = Math.abs(worth)
    const required = maintenance(watch.tables[slot], notional) + notional * watch.closingFeeRate
    health += worth - entryCost - required
    magnitude += notional * 2 + Math.abs(entryCost) + required
  }
  return health > magnitude * ERROR_SHARE
}

/** Maintenance has no steps and its rate only rises, so it is the largest of its tiers' lines. */
function maintenance(table: Float64Array | undefined, notional: number): number {
  if (!table) return Number.NaN
  let most = 0
  for (let at = 0; at < table.length; at += 2) {
    most = Math.max(most, notional * (table[at] ?? 0) - (table[at + 1] ?? 0))
  }
  return most
}

const slotsByInstruments = new WeakMap<readonly Instrument[], ReadonlyMap<string, number>>()

function slotsOf(instruments: readonly Instrument[]): ReadonlyMap<string, number> {
  const known = slotsByInstruments.get(instruments)
  if (known) return known
  const slots = new Map(instruments.map(({ id }, slot) => [id as string, slot]))
  slotsByInstruments.set(instruments, slots)
  return slots
}

const tables = new WeakMap<Instrument, Float64Array>()

/** Rate and amount of every tier, one after the other. */
function tableOf(instrument: Instrument): Float64Array {
  const known = tables.get(instrument)
  if (known) return known
  const flat = instrument.tiers.flatMap((tier) => [
    tier.maintenanceRate.toNumber(),
    tier.maintenanceAmount.toNumber(),
  ])
  const table = Float64Array.from(flat)
  tables.set(instrument, table)
  return table
}

function readColumns(watch: Watch, account: Account): Columns {
  const positions = [...account.positions.values()]
  const read = (position: Position): Column => ({
    slot: watch.slots.get(position.instrument) ?? -1,
    size: position.size.toNumber(),
    entryCost: position.entryCost.toNumber(),
    margin: position.margin.toNumber(),
  })
  return {
    cash: account.cash.toNumber(),
    cross: positions.filter(({ marginMode }) => marginMode === 'cross').map(read),
    isolated: positions.filter(({ marginMode }) => marginMode === 'isolated').map(read),
  }
}
