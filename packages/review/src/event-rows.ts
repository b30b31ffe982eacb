import type { SeatId } from '@cascade/engine'
import type { Reading } from './reading.ts'
import { momentsOfFrame } from './timeline.ts'

/** Something that happened in a round, as a row of a table. */
export interface EventRow {
  readonly tick: number
  /** Market minutes since the opening. */
  readonly marketMinute: number
  /** Whose affair it was; null when it was everybody's. */
  readonly seat: SeatId | null
  readonly what: string
  readonly instrument: string | null
  /** Everything else that is known of it. */
  readonly details: Readonly<Record<string, unknown>>
}

/** Everything that happened in a round, in order. */
export function eventRows(reading: Reading): readonly EventRow[] {
  const minutes = reading.config.clock.marketMinutesPerTick
  return reading.frames.flatMap(momentsOfFrame).map((moment) => {
    const { tick, kind, ...rest } = moment
    const { seat = null, instrument = null, ...details } = namedOf(rest)
    return { tick, marketMinute: tick * minutes, seat, what: kind, instrument, details }
  })
}

interface Named extends Readonly<Record<string, unknown>> {
  readonly seat?: SeatId | null
  readonly instrument?: string | null
}

const namedOf = (rest: Named): Named => rest
