import type { RoundEvent } from './event.ts'
import type { Rejection } from './rejection.ts'
import type { Answer } from './round/receipt.ts'

/** What became of a command. The events have already been folded into the round. */
export type Outcome =
  | { readonly status: 'accepted'; readonly events: readonly RoundEvent[] }
  | { readonly status: 'rejected'; readonly rejection: Rejection; readonly events: readonly RoundEvent[] }
  | { readonly status: 'repeated'; readonly answer: Answer; readonly events: readonly [] }
