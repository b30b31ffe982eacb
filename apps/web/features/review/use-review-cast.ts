'use client'

import type { SeatId } from '@cascade/engine'
import { useMemo } from 'react'
import type { Cast } from '../events/sentence.ts'
import { useSeatName } from '../shell/use-seat-name.ts'
import type { Overview } from './conversation.ts'

interface Reviewing {
  readonly overview: Overview
  readonly names: ReadonlyMap<SeatId, string>
  /** The reader's own seat; null for one who only watched. */
  readonly ownSeat: string | null
}

const SMALLEST_SIZE = 0.001

/** The cast of a recorded round. */
export function useReviewCast({ overview, names, ownSeat }: Reviewing): Cast {
  const seatName = useSeatName()
  return useMemo(() => {
    const { rows, timeline, sizeIncrements } = overview
    const sizes = new Map(sizeIncrements)
    return {
      own: rows.find(({ seat }) => seat === ownSeat)?.seat ?? null,
      nameOf: (seat) => seatName(seat, names.get(seat)),
      increments: new Map(
        timeline.series.map(({ instrument, priceIncrement }) => [
          instrument,
          { price: priceIncrement, size: sizes.get(instrument) ?? SMALLEST_SIZE },
        ]),
      ),
    }
  }, [overview, names, ownSeat, seatName])
}
