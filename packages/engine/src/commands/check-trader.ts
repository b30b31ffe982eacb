import type { Account } from '../margin/account.ts'
import type { Instrument } from '../market/instrument.ts'
import type { InstrumentId, SeatId } from '../number/ids.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'

/** Who may trade what: the account and the instrument, or the first reason why not. */
export function checkTrader(
  round: Round,
  seat: SeatId,
  id: InstrumentId,
): { readonly account: Account; readonly instrument: Instrument } | Rejection {
  const account = checkSeat(round, seat)
  if ('reason' in account) return account
  const instrument = round.config.instruments.find((known) => known.id === id)
  return instrument ? { account, instrument } : rejection('instrument_unknown')
}

/** The account of a seat that may act now, or the first reason why not. */
export function checkSeat(round: Round, seat: SeatId): Account | Rejection {
  if (round.phase !== 'running') return rejection('round_not_running')
  const account = round.accounts.get(seat)
  if (!account) return rejection('seat_unknown')
  return account.wipedAtTick === null ? account : rejection('account_wiped')
}
