import type { Account, Position, Round } from '../../src/index.ts'
import type { TwinAccount, TwinPosition, TwinRound } from './twin/round.ts'

interface Number60 {
  toFixed(): string
  eq(other: string): boolean
}

/** The first difference between a round and its twin in plain words, or null. */
export function firstDifference(round: Round, twin: TwinRound): string | null {
  if (round.phase !== twin.phase) return `the engine is ${round.phase}, the twin ${twin.phase}`
  if (round.tick !== twin.tick) return `the engine is at tick ${round.tick}, the twin at ${twin.tick}`
  if (!round.books) return 'the engine has no books'
  const books =
    differs('the house', round.books.house, twin.house) ??
    differs('the insurance fund', round.books.insurance, twin.fund) ??
    differs('what was paid in', round.books.deposits, twin.paidIn.negated())
  if (books) return books
  const accounts = [...round.accounts.values()]
  if (accounts.length !== twin.accounts.length)
    return `${accounts.length} accounts, twin ${twin.accounts.length}`
  for (const [index, account] of accounts.entries()) {
    const other = twin.accounts[index]
    const found = other ? accountDifference(account, other) : 'an account without a twin'
    if (found) return `${account.seat}: ${found}`
  }
  return null
}

const differs = (what: string, engine: Number60, twin: Number60): string | null =>
  engine.eq(twin.toFixed()) ? null : `${what} is ${engine.toFixed()}, by the book ${twin.toFixed()}`

const differ = (what: string, engine: string | number | null, twin: string | number | null): string | null =>
  engine === twin ? null : `${what} is ${engine}, by the book ${twin}`

function accountDifference(account: Account, twin: TwinAccount): string | null {
  return (
    differ('seat', account.seat, twin.seat) ??
    differs('cash', account.cash, twin.cash) ??
    positionsDifference([...account.positions.values()], twin.positions) ??
    differ('orders', orderIds(account), twin.orders.map(({ id }) => id).join(' ')) ??
    settingsDifference(account, twin) ??
    differs('realised P&L', account.realizedPnl, twin.realized) ??
    differs('fees paid', account.feesPaid, twin.fees) ??
    differ('orders placed', account.ordersPlaced, twin.placed) ??
    differ('fills', account.fills, twin.fills) ??
    differ('liquidations', account.liquidations, twin.liquidations) ??
    differ('tick of the wipe', account.wipedAtTick, twin.wipedAt)
  )
}

const orderIds = (account: Account): string => [...account.orders.keys()].join(' ')

function settingsDifference(account: Account, twin: TwinAccount): string | null {
  for (const [id, { marginMode, leverage }] of account.settings) {
    const other = twin.settings[id]
    if (!other) return `no setting of ${id} in the twin`
    const found =
      differ(`mode of ${id}`, marginMode, other.isolated ? 'isolated' : 'cross') ??
      differs(`leverage of ${id}`, leverage, other.leverage)
    if (found) return found
  }
  return null
}

function positionsDifference(held: readonly Position[], twin: readonly TwinPosition[]): string | null {
  const names = differ(
    'what is held',
    held.map(({ instrument }) => instrument).join(' '),
    twin.map(({ instrument }) => instrument).join(' '),
  )
  if (names) return names
  for (const [index, position] of held.entries()) {
    const other = twin[index]
    if (!other) return 'a position without a twin'
    const found =
      differ('mode', position.marginMode, other.isolated ? 'isolated' : 'cross') ??
      differs('size', position.size, other.size) ??
      differs('cost', position.entryCost, other.cost) ??
      differs('margin', position.margin, other.margin)
    if (found) return `${position.instrument}: ${found}`
  }
  return null
}
