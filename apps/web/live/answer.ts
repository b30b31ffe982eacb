import type { Refusal, RefusalReason } from '@cascade/protocol'

/** Why something asked of the server did not happen: the gate's no, or no answer came in time. */
export type NoReason = RefusalReason | 'unreachable'

/** The server did not do what was asked; nothing happened, and the same may be asked again. */
export interface No extends Omit<Refusal, 'refusal'> {
  readonly refusal: NoReason
}

/** What came of asking the server for something. */
export type Answered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly no: No }
