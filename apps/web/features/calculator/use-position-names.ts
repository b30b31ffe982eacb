'use client'

import { useTranslations } from 'use-intl'
import { list } from '../../format/list.ts'
import type { PositionInputs } from './inputs.ts'

/** Positions by name, as a sentence has them: `BTC long and ETH short`. */
export function usePositionNames(): (
  positions: readonly Pick<PositionInputs, 'instrument' | 'side'>[],
) => string {
  const t = useTranslations('calculator')
  return (positions) => list(positions.map(({ instrument, side }) => t('named', { instrument, side })))
}
