import type { RoundId } from '@cascade/engine'
import { z } from 'zod'

const KEY = 'cascade.commitments'
/** So many rounds are remembered, the latest first. */
const KEPT = 60

const keptSchema = z.array(z.tuple([z.string(), z.string()]))

/**
 * What this browser was first shown of a round's market, or null when it was shown nothing or keeps nothing.
 * The server cannot change it afterwards.
 */
export const commitmentSeen = (roundId: RoundId): string | null =>
  kept().find(([id]) => id === roundId)?.[1] ?? null

/** Remembers what a round's snapshot says of its market; what was shown first stays. */
export function keepCommitment(roundId: RoundId, commitment: string): void {
  if (commitmentSeen(roundId) !== null) return
  try {
    localStorage.setItem(KEY, JSON.stringify([[roundId, commitment], ...kept()].slice(0, KEPT)))
  } catch {
    // A private window may keep nothing; the review then compares with what the record says alone.
  }
}

function kept(): z.output<typeof keptSchema> {
  try {
    return keptSchema.safeParse(JSON.parse(localStorage.getItem(KEY) ?? '[]')).data ?? []
  } catch {
    return []
  }
}
