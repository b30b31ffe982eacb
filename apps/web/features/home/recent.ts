import { z } from 'zod'
import { readStored, writeStored } from '../identity/stored.ts'

const KEY = 'cascade.recent'
const KEPT = 12

const recentSchema = z.array(
  z.object({
    roundId: z.string(),
    /** How this browser came to the round. */
    kind: z.enum(['solo', 'host', 'join']),
    scenario: z.string().nullable(),
    at: z.number(),
  }),
)

/** A round that this browser opened or joined. */
export type RecentRound = z.output<typeof recentSchema>[number]

/** The rounds this browser opened or joined, the newest first. */
export function recentRounds(): readonly RecentRound[] {
  const { success, data } = recentSchema.safeParse(readStored(KEY))
  return success ? data : []
}

/** Puts a round on top of the list, once. */
export function rememberRound(round: Omit<RecentRound, 'at'>): void {
  const others = recentRounds().filter(({ roundId }) => roundId !== round.roundId)
  writeStored(KEY, [{ ...round, at: Date.now() }, ...others].slice(0, KEPT))
}
