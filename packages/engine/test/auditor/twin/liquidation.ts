import { shrink } from './fill.ts'
import { deleverage, type TwinClosed } from './insurance.ts'
import {
  bankruptcyOf,
  crossEquity,
  crossFails,
  crossOf,
  crossRequirement,
  fails,
  isolatedEquity,
  isolatedFails,
  notionalOf,
  requirementOf,
  tierOf,
} from './margin.ts'
import { down, least, most, NONE, Num, up } from './numbers.ts'
import { cancelAll } from './orders.ts'
import {
  instrumentOf,
  markOf,
  note,
  settingOf,
  type TwinAccount,
  type TwinPosition,
  type TwinRound,
} from './round.ts'

/** LIQ-014: sweeps over the accounts in trouble until there is none. */
export function liquidateAll(round: TwinRound): void {
  for (;;) {
    const queue = round.accounts.filter((account) => fails(round, account))
    if (queue.length === 0) return
    for (const account of queue) {
      for (const position of account.positions.filter(({ isolated }) => isolated)) {
        if (isolatedFails(round, position)) closeIsolated(round, account, position)
      }
      if (crossFails(round, account)) closeCross(round, account)
    }
  }
}

const sideOf = (size: Num): string => (size.isNegative() ? 'short' : 'long')

/** LIQ-002, LIQ-004 and LIQ-005: the margin is gone, and nothing else of the account changes. */
function closeIsolated(round: TwinRound, account: TwinAccount, position: TwinPosition): void {
  const { instrument, size, margin } = position
  cancelAll(round, account, { reason: 'liquidation', which: (order) => order.instrument === instrument })
  const equity = isolatedEquity(round, position)
  const required = requirementOf(round, position)
  const bankruptcy = bankruptcyOf(round, account, position)
  const nominal = up(notionalOf(round, position).times(round.rules.closing))
  const pnl = shrink(position, size.abs(), markOf(round, instrument))
  const left = margin.plus(pnl)
  const fee = least(nominal, most(NONE, left))
  const missing = most(NONE, left.negated())
  const paid = least(missing, round.fund)
  round.fund = round.fund.minus(paid).plus(most(NONE, left.minus(fee)))
  round.house = round.house.minus(most(pnl, margin.negated())).plus(fee).plus(paid)
  account.positions = account.positions.filter((other) => other !== position)
  count(account, pnl, fee)
  const uncovered = missing.minus(paid)
  round.uncovered = round.uncovered.plus(uncovered)
  note(round, 'liquidated', account.seat, instrument, 'isolated', size, 'pnl', pnl, 'fee', fee)
  note(round, 'bankrupt at', bankruptcy, 'equity', equity, 'of', required, 'uncovered', uncovered)
  note(round, 'all hear of', account.seat, 'isolated', `${instrument}:${sideOf(size)}`)
  deleverage(round, { closed: [{ instrument, size, bankruptcy }], uncovered })
}

function count(account: TwinAccount, pnl: Num, fee: Num): void {
  account.realized = account.realized.plus(pnl)
  account.fees = account.fees.plus(fee)
  account.liquidations += 1
}

/** LIQ-003, LIQ-013: by requirement, all of each position or what the deficit asks for. */
function closeCross(round: TwinRound, account: TwinAccount): void {
  const heldInCross = new Set(crossOf(account).map(({ instrument }) => instrument))
  cancelAll(round, account, {
    reason: 'liquidation',
    which: ({ instrument }) => heldInCross.has(instrument) || !settingOf(account, instrument).isolated,
  })
  const cause = { equity: crossEquity(round, account), required: crossRequirement(round, account) }
  const queue = crossOf(account).sort((a, b) => requirementOf(round, b).cmp(requirementOf(round, a)))
  const closed: TwinClosed[] = []
  for (const position of queue) {
    const units = unitsToClose(round, account, position)
    if (units.isZero()) break
    closed.push(closeCrossPart(round, account, { position, units, cause }))
  }
  const all = round.rules.words.crossPolicy === 'all-at-once'
  const empty = crossOf(account).length === 0 && (all || account.cash.isNegative())
  const uncovered = empty ? settleCash(round, account) : NONE
  const parts = closed.map(({ instrument, size }) => `${instrument}:${sideOf(size)}`)
  note(round, 'all hear of', account.seat, 'cross', ...parts)
  deleverage(round, { closed, uncovered })
}

/** The unit of the ledger. */
const UNIT = new Num('0.00000001')

/** LIQ-013. */
function unitsToClose(round: TwinRound, account: TwinAccount, position: TwinPosition): Num {
  const whole = position.size.abs()
  if (round.rules.words.crossPolicy === 'all-at-once') return whole
  const deficit = crossRequirement(round, account).minus(crossEquity(round, account))
  if (deficit.lte(0)) return NONE
  const { sizeIncrement } = instrumentOf(round, position.instrument)
  const { rate } = tierOf(round, position.instrument, notionalOf(round, position))
  const mark = markOf(round, position.instrument)
  const frees = mark.times(rate)
  const unitsFor = (missing: Num) => missing.div(frees.times(sizeIncrement)).ceil().times(sizeIncrement)
  const units = unitsFor(deficit)
  const fee = units.times(mark).times(round.rules.closing)
  const enough = units.times(frees).minus(deficit).gte(up(fee).minus(fee))
  return least(whole, enough ? units : unitsFor(deficit.plus(UNIT)))
}

function closeCrossPart(
  round: TwinRound,
  account: TwinAccount,
  part: { position: TwinPosition; units: Num; cause: { equity: Num; required: Num } },
): TwinClosed {
  const { position, units, cause } = part
  const { instrument } = position
  const mark = markOf(round, instrument)
  const bankruptcy = bankruptcyOf(round, account, position)
  const nominal = up(units.times(mark).times(round.rules.closing))
  const fee = least(nominal, most(NONE, down(crossEquity(round, account))))
  const size = position.size.isNegative() ? units.negated() : units
  const pnl = shrink(position, units, mark)
  account.positions = account.positions.filter((other) => !other.size.isZero())
  account.cash = account.cash.plus(pnl).minus(fee)
  round.house = round.house.minus(pnl).plus(fee)
  count(account, pnl, fee)
  note(round, 'liquidated', account.seat, instrument, 'cross', size, 'pnl', pnl, 'fee', fee)
  note(round, 'bankrupt at', bankruptcy, 'equity', cause.equity, 'of', cause.required, 'uncovered', NONE)
  return { instrument, size, bankruptcy }
}

/** LIQ-005, LIQ-010: brings the shared cash to nothing; tells what neither it nor the fund has paid. */
function settleCash(round: TwinRound, account: TwinAccount): Num {
  if (account.cash.isZero()) return NONE
  const debt = most(NONE, account.cash.negated())
  const paid = least(debt, round.fund)
  const uncovered = debt.minus(paid)
  round.fund = round.fund.minus(paid).plus(most(NONE, account.cash))
  round.house = round.house.minus(uncovered)
  account.cash = NONE
  round.uncovered = round.uncovered.plus(uncovered)
  note(round, 'settled', account.seat, 'cross', uncovered)
  return uncovered
}

/** LIQ-008: debt without a cross position is settled; who then has less than the least is wiped. */
export function wipeEmpty(round: TwinRound): void {
  for (const account of round.accounts) {
    if (crossOf(account).length === 0 && account.cash.isNegative()) settleCash(round, account)
    const poor = account.positions.length === 0 && account.cash.lt(round.rules.wipedBelow)
    if (!poor || account.wipedAt !== null) continue
    cancelAll(round, account, { reason: 'wiped', which: () => true })
    round.fund = round.fund.plus(account.cash)
    account.cash = NONE
    account.wipedAt = round.tick
    note(round, 'wiped', account.seat)
  }
}
