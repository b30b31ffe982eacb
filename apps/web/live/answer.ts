/** Why a request did not reach the rules: the server's gate said no, or nobody answered in time. */
export interface Refusal {
  /** One of the protocol's refusals, or `unreachable` when the connection gave no answer in time. */
  readonly refusal: string
  readonly retryAfterMs?: number
}

/** What came of asking the server for something. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal }
