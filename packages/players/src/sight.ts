import type { Account, InstrumentId, MarginMode, openStream, Round, SeatId, Side } from '@cascade/engine'
import type { MarkHistory } from './mark-history.ts'

/** A player's own chance: a table of numbers addressed by tick, which nobody else draws from. */
export type Stream = ReturnType<typeof openStream>
/** The numbers of one tick. */
export type Dice = ReturnType<Stream['at']>

/** What a player is like for the whole round, so that two of one character are not twins. */
export interface Nature {
  /** 0 is timid, 1 is bold. */
  readonly boldness: number
  /** The instruments of the round, the favourite first. */
  readonly instruments: readonly [InstrumentId, ...InstrumentId[]]
  /** The side taken when nothing speaks for either. */
  readonly side: Side
}

/** All that a player knows when it decides. */
export interface Sight {
  /** The round as this seat may know it. */
  readonly view: Round
  readonly seat: SeatId
  readonly account: Account
  readonly history: MarkHistory
  readonly dice: Dice
  readonly nature: Nature
  /** Ticks between two decisions. */
  readonly pace: number
}

/** How a player wants to trade, before its first order. */
export interface Setup {
  readonly instruments: readonly InstrumentId[]
  /** Wished; cut to what the round allows. */
  readonly leverage: number
  /** Wished; the round's policy comes first. */
  readonly marginMode: MarginMode
}

/**
 * How strongly an instrument has moved lately, in usual moves, with its sign; 0 while too little has been
 * seen.
 */
export function trendOf({ history, pace }: Sight, instrument: InstrumentId): number {
  const change = history.change(instrument, 4 * pace)
  const usual = history.usualChange(instrument, pace)
  return change === null || usual === null || usual === 0 ? 0 : change / usual
}
