import type { Rejection } from '../rejection.ts'

/** What a player hears of a command. */
export type Answer =
  | { readonly ok: true; readonly tick: number }
  | { readonly ok: false; readonly tick: number; readonly rejection: Rejection }

/** What one tab's last commands were answered. */
export interface Receipts {
  /** Number of the last command that was answered. */
  readonly last: number
  /** The newest answers, oldest first, at most `RECEIPTS_MAX`. */
  readonly kept: readonly Receipt[]
}

/** One answered command. */
export interface Receipt {
  readonly n: number
  readonly digest: string
  readonly answer: Answer
}

/** How many answers are kept for each tab; older retries hear that they are stale. */
export const RECEIPTS_MAX = 64
