import type { JoinSeat } from '../command.ts'
import { Decision, reject } from '../decision.ts'
import { cashOf, DEPOSITS, move } from '../ledger/post.ts'
import type { Outcome } from '../outcome.ts'
import { type Rejection, rejection } from '../rejection.ts'
import type { Round } from '../state.ts'

/** Why a seat cannot be taken, or null. */
export function checkJoin(round: Round, { seat }: Pick<JoinSeat, 'seat'>): Rejection | null {
  if (round.phase === 'ended') return rejection('round_over')
  if (round.seats.size >= round.config.seatsMax) {
    return rejection('round_full', { limit: String(round.config.seatsMax) })
  }
  return round.seats.has(seat) ? rejection('seat_taken') : null
}

/** Takes a seat and deposits the starting cash. */
export function joinSeat(round: Round, command: JoinSeat): Outcome {
  const refused = checkJoin(round, command)
  if (refused) return reject(refused)

  const { seat: id, kind, character, wordDigest } = command
  // Whoever comes when the words are known could have chosen one that suits.
  const committed = round.phase === 'lobby' && wordDigest !== undefined ? { wordDigest } : {}
  const decision = new Decision(round)
  decision.emit({
    type: 'seat.joined',
    seat: { id, kind, character, joinedAtTick: round.tick, ...committed },
  })
  const postings = move(round.config.startingCash, { from: DEPOSITS, to: cashOf(id), for: 'deposit' })
  decision.emit({ type: 'account.opened', seat: id, postings })
  return decision.accept()
}
