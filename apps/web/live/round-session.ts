import type { Phase, RoundId, SeatId } from '@cascade/engine'

/** How far a round's session has come. */
export type SessionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting'; readonly sinceMs: number }
  | { readonly kind: 'halted'; readonly reason: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly refusal: string }

/** One round on this tab. */
export interface RoundSession {
  readonly roundId: RoundId
  state(): SessionState
  seat(): SeatId | null
  host(): boolean
  phase(): Phase | null
  subscribe(listener: () => void): () => void
  leave(): void
}
