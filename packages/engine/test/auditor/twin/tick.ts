import { bookTrade } from './fill.ts'
import { socialise } from './insurance.ts'
import { liquidateAll, wipeEmpty } from './liquidation.ts'
import { equityOf } from './margin.ts'
import { least, NONE, type Num, up } from './numbers.ts'
import { cancelAll, triggerOrders } from './orders.ts'
import { markOf, note, type TwinAccount, type TwinRound } from './round.ts'

/** RND-002. */
export function tick(round: TwinRound, marks: readonly Num[]): null {
  round.tick += 1
  for (const [index, { id }] of round.instruments.entries()) round.marks[id] = marks[index] ?? NONE
  round.uncovered = NONE
  triggerOrders(round)
  payFunding(round)
  liquidateAll(round)
  wipeEmpty(round)
  socialise(round)
  if (round.tick >= round.rules.ticks) ringBell(round)
  else if (round.tick % round.rules.standingsEvery === 0) publish(round)
  return null
}

/** FUN-001, FUN-002 and FUN-004. */
function payFunding(round: TwinRound): void {
  const { funding } = round.rules
  if (!funding || round.tick % funding.everyTicks !== 0) return
  for (const account of round.accounts) {
    const paid: string[] = []
    for (const position of account.positions) {
      const due = up(position.size.times(markOf(round, position.instrument)).times(funding.rate))
      const amount = position.isolated ? least(due, position.margin) : due
      if (amount.isZero()) continue
      if (position.isolated) position.margin = position.margin.minus(amount)
      else account.cash = account.cash.minus(amount)
      round.house = round.house.plus(amount)
      paid.push(`${position.instrument}:${amount.toFixed()}`)
    }
    if (paid.length > 0) note(round, 'funding', account.seat, ...paid)
  }
}

/** RND-005. */
export function ringBell(round: TwinRound): null {
  for (const account of round.accounts) {
    cancelAll(round, account, { reason: 'round_ended', which: () => true })
    for (const { instrument, size } of [...account.positions]) {
      const buys = size.isNegative()
      const price = markOf(round, instrument)
      const { pnl } = bookTrade(round, account, {
        instrument,
        buys,
        quantity: size.abs(),
        price,
        feeRate: NONE,
      })
      note(round, 'closed by the bell', account.seat, instrument, size, 'pnl', pnl)
    }
  }
  round.phase = 'ended'
  publish(round)
  return null
}

/** RND-006: who is wiped stands below, and the earlier the lower; equals share a rank. */
export function publish(round: TwinRound): void {
  const rows = round.accounts
    .map((account) => ({ account, equity: equityOf(round, account) }))
    .sort((a, b) => lived(b.account) - lived(a.account) || b.equity.cmp(a.equity))
  let rank = 0
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1]
    const equal = before && lived(before.account) === lived(row.account) && before.equity.eq(row.equity)
    if (!equal) rank = index + 1
    note(round, 'rank', rank, row.account.seat, row.equity)
  }
}

const lived = ({ wipedAt }: TwinAccount): number => wipedAt ?? Number.MAX_SAFE_INTEGER
