'use client'

import type { Cascade, Named } from '@cascade/review'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'

/** Says in one sentence why a bucket ended: what drained it, and what closed with it. */
export function useCascadeWords(): (cascade: Cascade) => string {
  const t = useTranslations('trade')
  return useCallback(
    ({ bucket, drained, closedWith, lost }) => {
      const name = ({ instrument, long }: Named) =>
        t('cascade.named', { instrument, side: t(long ? 'side.long' : 'side.short') })
      const listed = (names: readonly Named[]) => {
        const words = names.map(name)
        const last = words.pop() ?? ''
        return words.length === 0 ? last : t('and', { list: words.join(', '), last })
      }
      const values = { drained: name(drained), amount: wholeMoney(lost) }
      if (bucket === 'isolated') return t('cascade.isolated', values)
      if (closedWith.length === 0) return t('cascade.cross', values)
      const fine = closedWith.filter(({ pnl }) => pnl >= 0)
      return fine.length === 0
        ? t('cascade.crossOthers', { ...values, others: listed(closedWith) })
        : t('cascade.crossFine', { ...values, fine: listed(fine), count: fine.length })
    },
    [t],
  )
}
