'use client'

import { useMemo } from 'react'
import { useRound, useRoundInHand } from '../../live/index.ts'
import type { Cast } from './sentence.ts'

/** The cast of the round at hand. */
export function useCast(): Cast {
  const { store } = useRoundInHand()
  const own = useRound(({ seat }) => seat)
  const seated = useRound(({ round }) => round.seats.size)
  return useMemo(() => {
    const { seats, config } = store.round
    return {
      own,
      names: new Map(seated > 0 ? [...seats.values()].map(({ id, name }) => [id, name]) : []),
      increments: new Map(
        config.instruments.map(({ id, priceIncrement, sizeIncrement }) => [
          id,
          { price: priceIncrement.toNumber(), size: sizeIncrement.toNumber() },
        ]),
      ),
    }
  }, [store, own, seated])
}
