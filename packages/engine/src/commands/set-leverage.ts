import type { SetLeverage } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { backingMargin } from '../margin/backing.ts'
import { markOf } from '../margin/bucket.ts'
import { marginPostings, postToAccount } from '../margin/post.ts'
import { spendableMargin } from '../margin/risk.ts'
import type { InstrumentId } from '../number/ids.ts'
import { minus, type Rate, size } from '../number/units.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkFreeMargin, checkTier } from './check-order.ts'
import { checkTrader } from './check-trader.ts'

/** Why an instrument's leverage cannot be set now, or null. */
export function checkLeverage(round: Round, command: Omit<SetLeverage, 'type' | 'id'>): Rejection | null {
  const { seat, instrument, leverage } = command
  const trader = checkTrader(round, seat, instrument)
  if ('reason' in trader) return trader
  if (leverage.lt(1)) return rejection('leverage_below_one', { limit: '1' })
  const { leverageMax } = round.config.rules
  if (leverage.gt(leverageMax)) return rejection('leverage_above_max', { limit: leverageMax.toFixed() })
  const before = trader.account
  const held = before.positions.get(instrument)
  if (before.settings.get(instrument)?.leverage.eq(leverage)) return null
  const after = afterLeverage(round, before, { instrument, leverage })
  const at = markOf(round, instrument)
  const tier = checkTier(round, after.account, { order: { instrument }, after: held?.size ?? size(0), at })
  return tier ?? checkAffordable(round, before, after.account)
}

/**
 * Sets the leverage of one instrument; an isolated position's margin becomes what the new leverage asks at
 * the mark. Where the leverage is what it was, nothing moves.
 */
export function setLeverage(round: Round, command: SetLeverage): Outcome {
  const refused = checkLeverage(round, command)
  if (refused) return reject(refused)

  const { seat, instrument, leverage } = command
  const decision = new Decision(round)
  const account = round.accounts.get(seat)
  const postings = account ? afterLeverage(round, account, { instrument, leverage }).postings : []
  decision.emit({ type: 'leverage.set', seat, instrument, leverage, postings })
  return decision.accept()
}

interface Wanted {
  readonly instrument: InstrumentId
  readonly leverage: Rate
}

/** A change that frees money is allowed even to an account that has too little. */
const checkAffordable = (round: Round, before: Account, after: Account): Rejection | null =>
  spendableMargin(round, after).lt(spendableMargin(round, before)) ? checkFreeMargin(round, after) : null

function afterLeverage(round: Round, account: Account, wanted: Wanted) {
  const postings = leveragePostings(round, account, wanted)
  const setting = account.settings.get(wanted.instrument)
  const settings = new Map(account.settings)
  if (setting) settings.set(wanted.instrument, { ...setting, leverage: wanted.leverage })
  return { postings, account: postToAccount({ ...account, settings }, postings) }
}

function leveragePostings(
  round: Round,
  account: Account,
  { instrument, leverage }: Wanted,
): readonly Posting[] {
  const held = account.positions.get(instrument)
  const same = account.settings.get(instrument)?.leverage.eq(leverage)
  if (same || held?.marginMode !== 'isolated') return []
  return marginPostings(account.seat, instrument, minus(backingMargin(round, held, leverage), held.margin))
}
