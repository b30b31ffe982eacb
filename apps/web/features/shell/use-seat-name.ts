'use client'

import type { SeatId } from '@cascade/engine'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'

/** Calls a seat by its player's name; by its number when the name is not known, or was erased. */
export type SeatNamer = (seat: SeatId | string, name: string | null | undefined) => string

/** What seats are called on the screens. */
export function useSeatName(): SeatNamer {
  const t = useTranslations('common')
  return useCallback((seat, name) => name || t('seat', { number: seat.slice(1) }), [t])
}
