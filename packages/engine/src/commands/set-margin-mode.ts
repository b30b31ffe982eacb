import type { SetMarginMode } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Posting } from '../ledger/posting.ts'
import type { Account } from '../margin/account.ts'
import { backingMargin } from '../margin/backing.ts'
import { markOf } from '../margin/bucket.ts'
import type { Position } from '../margin/position.ts'
import { marginPostings, withMarginMode } from '../margin/post.ts'
import { negated } from '../number/units.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkFreeMargin, checkTier } from './check-order.ts'
import { checkTrader } from './check-trader.ts'

/** Why an instrument's margin mode cannot be set now, or null. Its orders lock it, and its position may. */
export function checkMarginMode(round: Round, command: Omit<SetMarginMode, 'type' | 'id'>): Rejection | null {
  const { seat, instrument, marginMode } = command
  const trader = checkTrader(round, seat, instrument)
  if ('reason' in trader) return trader
  const { modePolicy, switching } = round.config.rules
  if (modePolicy !== 'choice' && modePolicy !== `${marginMode}-only`) return rejection('mode_not_allowed')
  const { account } = trader
  if (account.settings.get(instrument)?.marginMode === marginMode) return null
  const held = account.positions.get(instrument)
  if (held && switching === 'when-flat') return rejection('mode_locked_by_position')
  const waits = [...account.orders.values()].some((order) => order.instrument === instrument)
  if (waits) return rejection('mode_locked_by_order')
  return held?.marginMode === 'cross' ? checkIsolated(round, account, held) : null
}

/** Sets the margin mode of one instrument: of what is opened next, and of what is open. */
export function setMarginMode(round: Round, command: SetMarginMode): Outcome {
  const refused = checkMarginMode(round, command)
  if (refused) return reject(refused)

  const { seat, instrument, marginMode } = command
  const decision = new Decision(round)
  const account = round.accounts.get(seat)
  const held = account?.positions.get(instrument)
  const postings = account && held?.marginMode !== marginMode ? switchPostings(round, account, held) : []
  decision.emit({ type: 'margin-mode.set', seat, instrument, marginMode, postings })
  return decision.accept()
}

/** The shared cash must be able to part with the margin; what comes back to it can do no harm. */
function checkIsolated(round: Round, account: Account, held: Position): Rejection | null {
  const { instrument } = held
  const postings = switchPostings(round, account, held)
  const after = withMarginMode(account, { instrument, marginMode: 'isolated', postings })
  const trade = { order: { instrument }, after: held.size, at: markOf(round, instrument) }
  return checkTier(round, after, trade) ?? checkFreeMargin(round, after)
}

/** A cross position takes what it would be opened with now; an isolated one gives all its margin back. */
function switchPostings(round: Round, account: Account, held: Position | undefined): readonly Posting[] {
  const setting = held && account.settings.get(held.instrument)
  if (!held || !setting) return []
  const amount =
    held.marginMode === 'cross' ? backingMargin(round, held, setting.leverage) : negated(held.margin)
  return marginPostings(account.seat, held.instrument, amount)
}
