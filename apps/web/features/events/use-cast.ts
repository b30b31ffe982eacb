'use client'

import { useMemo } from 'react'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { useSeatName } from '../shell/use-seat-name.ts'
import type { Cast } from './sentence.ts'

/** The cast of the round at hand. */
export function useCast(): Cast {
  const { store } = useRoundInHand()
  const own = useRound(({ seat }) => seat)
  const names = useRound((known) => known.names)
  const seatName = useSeatName()
  return useMemo(() => {
    const { config } = store.round
    return {
      own,
      nameOf: (seat) => seatName(seat, names.get(seat)),
      increments: new Map(
        config.instruments.map(({ id, priceIncrement, sizeIncrement }) => [
          id,
          { price: priceIncrement.toNumber(), size: sizeIncrement.toNumber() },
        ]),
      ),
    }
  }, [store, own, names, seatName])
}
