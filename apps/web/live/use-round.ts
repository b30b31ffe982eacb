'use client'

import { createContext, useContext, useRef, useSyncExternalStore } from 'react'
import type { RoundSession } from './round-session.ts'
import type { RoundStore } from './round-store.ts'

/** The round a part of the page is about. */
export interface RoundInHand {
  readonly session: RoundSession
  readonly store: RoundStore
}

/** Gives the components below it the round they are about. */
export const RoundContext = createContext<RoundInHand | null>(null)

/** The session and the store of the round at hand. */
export function useRoundInHand(): RoundInHand {
  const inHand = useContext(RoundContext)
  if (!inHand) throw new Error('a part of a round is drawn inside of a RoundContext')
  return inHand
}

/**
 * One value read from the round. The component is drawn again only when the value is another one by `same`,
 * so that a
 * tick draws what it changed and nothing else.
 */
export function useRound<T>(select: (store: RoundStore) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const { store } = useRoundInHand()
  const held = useRef<Held<T> | null>(null)
  const read = () => {
    const { version } = store
    const known = held.current
    if (known?.version === version && known.select === select) return known.value
    const value = select(store)
    const kept = known && same(known.value, value) ? known.value : value
    held.current = { version, select, value: kept }
    return kept
  }
  return useSyncExternalStore(store.subscribe, read, read)
}

interface Held<T> {
  readonly version: number
  readonly select: (store: RoundStore) => T
  readonly value: T
}

/** Whether two flat objects or lists hold the same values. Decimals that are equal count as the same. */
export function sameFields(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const before = Object.entries(a)
  const after = new Map(Object.entries(b))
  return before.length === after.size && before.every(([key, value]) => sameValue(value, after.get(key)))
}

function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  return hasEquality(a) && hasEquality(b) && a.eq(b)
}

interface Comparable {
  eq(other: Comparable): boolean
}

const hasEquality = (value: unknown): value is Comparable =>
  typeof value === 'object' && value !== null && 'eq' in value && typeof value.eq === 'function'
