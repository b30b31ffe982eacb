import type { SetMarginMode } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'
import { checkTrader } from './check-trader.ts'

/** Why an instrument's margin mode cannot be set now, or null. Its own positions and orders lock it. */
export function checkMarginMode(round: Round, command: Omit<SetMarginMode, 'type' | 'id'>): Rejection | null {
  const { seat, instrument, marginMode } = command
  const trader = checkTrader(round, seat, instrument)
  if ('reason' in trader) return trader
  const { modePolicy } = round.config.rules
  if (modePolicy !== 'choice' && modePolicy !== `${marginMode}-only`) return rejection('mode_not_allowed')
  const { account } = trader
  if (account.settings.get(instrument)?.marginMode === marginMode) return null
  if (account.positions.has(instrument)) return rejection('mode_locked_by_position')
  const waits = [...account.orders.values()].some((order) => order.instrument === instrument)
  return waits ? rejection('mode_locked_by_order') : null
}

/** Sets the margin mode of one instrument for what is opened next. */
export function setMarginMode(round: Round, command: SetMarginMode): Outcome {
  const refused = checkMarginMode(round, command)
  if (refused) return reject(refused)

  const { seat, instrument, marginMode } = command
  const decision = new Decision(round)
  decision.emit({ type: 'margin-mode.set', seat, instrument, marginMode })
  return decision.accept()
}
