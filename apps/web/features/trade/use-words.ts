'use client'

import type { RejectionReason } from '@cascade/engine'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { Amount } from '../../format/amount.ts'
import { money } from '../../format/money.ts'
import { number } from '../../format/number.ts'

/** Why something was refused, live as decimals or recorded as numbers. */
export interface Refused {
  readonly reason: RejectionReason
  readonly shortfall?: Amount | null
  readonly limit?: string | null
}

/** Says why the rules refuse something, with the exact figure where a figure is the reason. */
export function useRejectionWords(): (refused: Refused) => string {
  const t = useTranslations('trade.rejections')
  return useCallback(
    ({ reason, shortfall, limit }) => {
      const write = reason === 'margin_not_removable' ? money : number
      return t(reason, { shortfall: shortfall ? money(shortfall) : '', limit: limit ? write(limit) : '' })
    },
    [t],
  )
}
