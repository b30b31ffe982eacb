import type { ShockMarket } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import { SHOCK_MINUTES_MAX, SHOCK_MOVE_MAX, SHOCKS_MAX, type ShockRequest } from '../market/shock.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'

/** Why the market cannot be given this shock now, or null. */
export function checkShock(round: Round, { instrument, move, minutes }: ShockRequest): Rejection | null {
  const { config, phase, shocks } = round
  if (phase !== 'running') return rejection('round_not_running')
  if (config.market.scripted) return rejection('market_scripted')
  if (instrument !== null && !config.instruments.some(({ id }) => id === instrument)) {
    return rejection('instrument_unknown')
  }
  if (move.isZero() || move.abs().gt(SHOCK_MOVE_MAX)) {
    return rejection('shock_move_not_valid', { limit: String(SHOCK_MOVE_MAX) })
  }
  if (!Number.isInteger(minutes) || minutes < 1 || minutes > SHOCK_MINUTES_MAX) {
    return rejection('shock_minutes_not_valid', { limit: String(SHOCK_MINUTES_MAX) })
  }
  if (shocks.length >= SHOCKS_MAX) return rejection('shocks_too_many', { limit: String(SHOCKS_MAX) })
  return null
}

/** Gives the market a shock. Prices begin to move with the next tick. */
export function shockMarket(round: Round, { shock }: ShockMarket): Outcome {
  const refused = checkShock(round, shock)
  if (refused) return reject(refused)

  const decision = new Decision(round)
  emitShock(decision, shock)
  return decision.accept()
}

/** Writes down a shock that nothing speaks against. */
export function emitShock(decision: Decision, { instrument, move, minutes, givenBack }: ShockRequest): void {
  const { tick } = decision.round
  decision.emit({ type: 'market.shocked', tick, instrument, plan: { move, minutes, givenBack } })
}
