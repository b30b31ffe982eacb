import type { Decimal, SeatId, WordCommitment } from '@cascade/engine'
import type { Refusal, Reply, UpMessage, UpName } from '@cascade/protocol'
import type { Clock } from '../clock.ts'
import type { Limits } from '../limits.ts'
import type { LiveRound } from '../rounds/live-round.ts'
import type { Records } from '../rounds/records.ts'
import type { Registry } from '../rounds/registry.ts'
import type { ConfigFor } from './config-for.ts'
import type { ReadPrices } from './read-prices.ts'

/** What the verbs of this room may use. */
export interface House {
  readonly registry: Registry
  readonly records: Records
  readonly limits: Limits
  readonly clock: Clock
  readonly configFor: ConfigFor
  readonly readPrices: ReadPrices
  /** Tells everybody in a round, soon, who sits in it and who is there. */
  readonly changed: (live: LiveRound) => void
  /**
   * Tells everybody in a round which words it has, so that each reveals their own; null where a test knows
   * the market beforehand, which no word may change.
   */
  readonly askForWords: ((live: LiveRound, words: readonly WordCommitment[]) => void) | null
}

/** Who asks: the session's user, on one connection. Nothing of it comes from a message. */
export interface Caller {
  readonly userId: string
  readonly address: string
  /** From now on this connection hears of the round, and of what concerns the seat alone. */
  readonly listen: (live: LiveRound, seat: SeatId | null) => void
}

/** A value that is only looked at: the engine's values are read-only, a schema's are not. */
export type Told<T> = T extends string | Decimal
  ? T
  : T extends ReadonlyMap<infer Key, infer Value>
    ? ReadonlyMap<Key, Told<Value>>
    : T extends object
      ? { readonly [Field in keyof T]: Told<T[Field]> }
      : T

/** Answers one kind of message. */
export type Verb<Name extends UpName> = (
  house: House,
  caller: Caller,
  message: UpMessage<Name>,
) => Promise<Told<Reply<Name>> | Refusal>
