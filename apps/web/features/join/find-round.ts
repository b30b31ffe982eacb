import type { AppRouter } from '@cascade/api'
import type { Phase, RoundId } from '@cascade/engine'
import type { TRPCClient } from '@trpc/client'
import type { Answered } from '../../live/index.ts'
import { signedIn } from '../identity/signed-in.ts'

/** What a code leads to. */
export interface FoundRound {
  readonly roundId: RoundId
  readonly phase: Phase
  readonly seats: number
  /** Whether this browser has a seat there already. */
  readonly isSeated: boolean
}

/** Asks the server what a code leads to, and whether this browser already sits there. */
export async function findRound(api: TRPCClient<AppRouter>, code: string): Promise<Answered<FoundRound>> {
  const answered = await signedIn((client) => client.look(code))
  if (!answered.ok) return answered
  return { ok: true, value: { ...answered.value, isSeated: await isSeated(api, answered.value.roundId) } }
}

async function isSeated(api: TRPCClient<AppRouter>, roundId: RoundId): Promise<boolean> {
  try {
    return (await api.rounds.get.query({ roundId })).seat !== null
  } catch {
    // Not knowing costs one tap: taking a seat twice gives the same seat.
    return false
  }
}
