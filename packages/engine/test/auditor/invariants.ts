import type { PositionLiquidated, Posting, Round, RoundEvent } from '../../src/index.ts'
import { crossFails, crossOf, equityOf, fails, isolatedFails } from './twin/margin.ts'
import { NONE, Num } from './twin/numbers.ts'
import type { TwinAccount, TwinRound } from './twin/round.ts'

/** What a round was before a command, as far as its events are judged by it. */
export interface Before {
  readonly fund: Num
  /** Sizes by seat and instrument. */
  readonly sizes: Map<string, Num>
  /** Seats with a liquidatable bucket, at the marks of before. */
  readonly failing: ReadonlySet<string>
}

/** Notes down what the events of the next command are judged by. */
export function before(round: Round, twin: TwinRound): Before {
  const sizes = new Map<string, Num>()
  for (const account of twin.accounts) {
    for (const { instrument, size } of account.positions) sizes.set(`${account.seat} ${instrument}`, size)
  }
  const failing = twin.accounts.filter((account) => fails(twin, account)).map(({ seat }) => seat)
  return { fund: new Num(round.books?.insurance ?? 0), sizes, failing: new Set(failing) }
}

/** The first law that the events of a command, or the round after it, break; or null. */
export function firstBreak(
  known: Before,
  events: readonly RoundEvent[],
  after: { round: Round; twin: TwinRound },
): string | null {
  let fund = known.fund
  for (const event of events) {
    for (const posting of 'postings' in event ? event.postings : []) {
      const { from, to, amount } = posting
      if (amount.lte(0)) return `a posting of ${amount.toFixed()}`
      if (amount.decimalPlaces() > 8) return `a posting of ${amount.toFixed()}, less than the ledger's unit`
      if (from.kind === 'insurance') fund = fund.minus(amount)
      if (to.kind === 'insurance') fund = fund.plus(amount)
      if (fund.isNegative() && !fund.isZero()) return 'the insurance fund owes'
    }
    const broken = breakOf(event, known)
    if (broken) return broken
  }
  const ticked = events.some(({ type }) => type === 'market.moved')
  return conservation(after.round) ?? healthOf(after.twin, { ticked, known, events })
}

/** RND-007. */
function conservation({ accounts, books }: Round): string | null {
  if (!books) return 'there are no books'
  let total = new Num(books.house).plus(books.insurance).plus(books.deposits)
  for (const account of accounts.values()) {
    total = total.plus(account.cash)
    for (const { margin } of account.positions.values()) total = total.plus(margin)
  }
  return total.isZero() ? null : `${total.toFixed()} appeared`
}

function breakOf(event: RoundEvent, { sizes }: Before): string | null {
  if (event.type === 'position.liquidated') return liquidationBreak(event, sizes)
  if (event.type === 'order.filled' || event.type === 'position.deleveraged') {
    const key = `${event.seat} ${event.instrument}`
    const held = sizes.get(key) ?? NONE
    sizes.set(key, new Num(event.after.size))
    const smaller = held.abs().gt(event.after.size.abs().toFixed()) && !flips(held, event.after.size)
    if (event.type === 'position.deleveraged' && !smaller) return 'deleveraging did not make smaller'
  }
  if (event.type === 'funding.paid') return fundingBreak(event.payments, event.postings)
  return null
}

const flips = (held: Num, after: { isNegative(): boolean; isZero(): boolean }): boolean =>
  !after.isZero() && after.isNegative() !== held.isNegative()

/** LIQ-001, LIQ-002 and LIQ-005, read off the event itself. */
function liquidationBreak(event: PositionLiquidated, sizes: Map<string, Num>): string | null {
  const { seat, instrument, size, after, cause, postings } = event
  const key = `${seat} ${instrument}`
  const held = sizes.get(key) ?? NONE
  sizes.set(key, new Num(after.size))
  if (!cause.equity.lt(cause.requirement)) return `${key} was liquidated with enough equity`
  if (!held.eq(size.plus(after.size).toFixed())) return `${key} was not held as it was closed`
  if (size.isZero() || flips(held, after.size) || after.size.abs().gte(held.abs().toFixed())) {
    return `liquidation did not make ${key} smaller`
  }
  if (event.marginMode === 'cross') return null
  const paid = sumOf(postings, ({ from }) => from.kind === 'insurance')
  const lost = sumOf(postings, ({ from, to }) => from.kind === 'margin' && to.kind === 'house')
  const fees = new Num(event.fee)
  const missing = new Num(event.realizedPnl).negated().minus(lost.minus(fees)).minus(paid)
  const strange = postings.some(({ from, to }) => [from, to].some((pocket) => pocket.kind === 'cash'))
  if (strange) return `the isolated end of ${key} touches cash`
  if (event.realizedPnl.isNegative() && !missing.eq(event.uncovered.toFixed())) {
    return `of ${key} ${event.uncovered.toFixed()} is said to be uncovered, it is ${missing.toFixed()}`
  }
  return null
}

const sumOf = (postings: readonly Posting[], which: (posting: Posting) => boolean): Num =>
  postings.filter(which).reduce((sum, { amount }) => sum.plus(amount), NONE)

/** FUN-004. */
function fundingBreak(
  payments: readonly { amount: { toFixed(): string } }[],
  postings: readonly Posting[],
): string | null {
  const said = payments.reduce((sum, { amount }) => sum.plus(amount.toFixed()), NONE)
  const moved = sumOf(postings, ({ to }) => to.kind === 'house').minus(
    sumOf(postings, ({ from }) => from.kind === 'house'),
  )
  return said.eq(moved) ? null : `funding says ${said.toFixed()} and moves ${moved.toFixed()}`
}

/** What must be true of every account; of a round that has just been settled by a tick, more. */
function healthOf(
  twin: TwinRound,
  { ticked, known, events }: { ticked: boolean; known: Before; events: readonly RoundEvent[] },
): string | null {
  for (const account of twin.accounts) {
    const broken = ticked ? tickBreak(twin, account, events) : commandBreak(twin, account, known)
    if (broken) return `${account.seat} ${broken}`
  }
  return null
}

function tickBreak(twin: TwinRound, account: TwinAccount, events: readonly RoundEvent[]): string | null {
  if (fails(twin, account)) return 'is liquidatable after a tick'
  if (equityOf(twin, account).isNegative()) return 'has less than nothing after a tick'
  const closed = events.filter((event) => event.type === 'position.liquidated' && event.seat === account.seat)
  for (const event of closed) {
    if (event.type !== 'position.liquidated') continue
    if (account.orders.some(({ instrument }) => instrument === event.instrument)) {
      return `keeps orders of ${event.instrument}, which was liquidated`
    }
  }
  const wiped = account.wipedAt !== null
  const holds = account.positions.length + account.orders.length > 0 || !account.cash.isZero()
  return wiped && holds ? 'is wiped and holds something' : null
}

/** MAR-015: nothing that a player may do makes liquidatable what was not. */
function commandBreak(twin: TwinRound, account: TwinAccount, known: Before): string | null {
  if (account.cash.isNegative() && crossOf(account).length === 0) return 'owes without a cross position'
  if (known.failing.has(account.seat)) return null
  if (crossFails(twin, account)) return 'made its cross positions liquidatable by a command'
  const isolated = account.positions.find((position) => position.isolated && isolatedFails(twin, position))
  return isolated ? `made ${isolated.instrument} liquidatable by a command` : null
}
