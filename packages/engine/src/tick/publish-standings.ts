import { known } from '../assert.ts'
import type { Decision } from '../decision.ts'
import type { Account } from '../margin/account.ts'
import { equityOf } from '../margin/risk.ts'
import type { Money } from '../number/units.ts'
import type { Standing } from '../round/standing.ts'
import type { Round } from '../state.ts'

/**
 * Makes the board new: by equity, the wiped last and the later wipe before the earlier; equals share a rank.
 */
export function publishStandings(decision: Decision): void {
  const { round } = decision
  decision.emit({
    type: 'standings.published',
    tick: round.tick,
    rows: rankAccounts(round),
    final: round.phase === 'ended',
  })
}

interface Placed {
  readonly account: Account
  readonly equity: Money
}

/** The accounts of a round as rows of the board, the first first. */
export function rankAccounts(round: Round): readonly Standing[] {
  const placed = [...round.accounts.values()].map((account) => ({
    account,
    equity: equityOf(round, account),
  }))
  placed.sort(better)
  const rows: Standing[] = []
  for (const [index, { account, equity }] of placed.entries()) {
    const before = placed[index - 1]
    const tied = before !== undefined && better(before, { account, equity }) === 0
    rows.push({
      seat: account.seat,
      rank: tied ? known(rows[index - 1], 'a tie follows a row').rank : index + 1,
      equity,
      wipedAtTick: account.wipedAtTick,
      liquidations: account.liquidations,
    })
  }
  return rows
}

/** A wipe counts as the tick it came in; living to the end is later than any. */
const livedUntil = ({ account }: Placed): number => account.wipedAtTick ?? Number.MAX_SAFE_INTEGER

const better = (a: Placed, b: Placed): number => livedUntil(b) - livedUntil(a) || b.equity.cmp(a.equity)
