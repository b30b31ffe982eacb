'use client'

/** The rounds that were played in this browser. */
export function RecentRounds() {
  return null
}
