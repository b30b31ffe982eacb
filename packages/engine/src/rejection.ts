import type { Money } from './number/units.ts'

/** Why the rules say no, in the order in which they are checked: the player hears the first that holds. */
export const REJECTION_REASONS = [
  'command_gap',
  'command_conflict',
  'round_not_in_lobby',
  'word_not_committed',
  'round_not_running',
  'round_over',
  'round_full',
  'seat_taken',
  'seat_unknown',
  'account_wiped',
  'market_scripted',
  'instrument_unknown',
  'order_unknown',
  'quantity_not_positive',
  'quantity_off_increment',
  'quantity_above_max',
  'price_missing',
  'price_unexpected',
  'price_not_positive',
  'price_off_increment',
  'trigger_already_met',
  'orders_too_many',
  'nothing_to_reduce',
  'mode_not_allowed',
  'mode_locked_by_position',
  'mode_locked_by_order',
  'leverage_below_one',
  'leverage_above_max',
  'leverage_above_tier',
  'market_too_thin',
  'position_unknown',
  'position_not_isolated',
  'amount_not_valid',
  'margin_insufficient',
  'margin_not_removable',
  'shock_move_not_valid',
  'shock_minutes_not_valid',
  'shocks_too_many',
  'headline_not_valid',
  'news_too_many',
] as const

/** The name of a rule that says no. */
export type RejectionReason = (typeof REJECTION_REASONS)[number]

/** The rules' no, as a value. */
export interface Rejection {
  readonly reason: RejectionReason
  /** What is missing to be allowed, simulated dollars, where money is the reason. */
  readonly shortfall?: Money
  /** The bound that was broken, as a decimal number, where a bound is the reason. */
  readonly limit?: string
}

/** Builds a rejection. */
export const rejection = (reason: RejectionReason, details: Omit<Rejection, 'reason'> = {}): Rejection => ({
  reason,
  ...details,
})
