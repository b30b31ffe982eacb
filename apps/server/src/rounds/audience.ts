import type { Speech } from './speech.ts'

/** Everybody who listens to one round. The host speaks to it only of what the journal holds. */
export interface Audience {
  /** What happened in a frame; `fingerprint8` comes every ten ticks, so that two listeners can compare. */
  frame(frame: Speech & { readonly tick: number; readonly fingerprint8: string | null }): void
  /** The market stands still. */
  halted(reason: string): void
  /** The market goes on after this frame. */
  resumed(tick: number): void
}
