import type { Answer, RoundId } from '@cascade/engine'
import type { Intent } from '@cascade/protocol'
import type { Answered, NoReason } from './answer.ts'
import type { Observable } from './observable.ts'
import type { RoundStore } from './round-store.ts'

/** How far a round's session has come. */
export type SessionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'halted'; readonly reason: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'refused'; readonly reason: NoReason }

/** One round on this tab: what is known of it, and the way to ask something of it. */
export interface RoundSession {
  readonly roundId: RoundId
  readonly state: Observable<SessionState>
  /** The round as folded so far; null until the first snapshot. */
  readonly store: Observable<RoundStore | null>
  /**
   * Sends a wish under its own name and waits for its answer, through lost connections. Wishes keep their
   * order.
   */
  send(intent: Intent): Promise<Answered<Answer>>
  leave(): void
}
