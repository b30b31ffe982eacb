'use client'

import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'

/** What the strip under the candles shows; nothing where trades do not move prices. */
export function ForcedLegend({ className }: { className?: string }) {
  const t = useTranslations('trade.gauge')
  const isMoved = useRound(({ round }) => round.impacts.size > 0)
  if (!isMoved) return null
  return (
    <p className={classNames('flex gap-3 text-2xs text-muted', className)}>
      <span className="inline-flex items-center gap-1">
        <span aria-hidden="true" className="h-2.5 w-1 bg-danger" />
        {t('soldByForce')}
      </span>
      <span className="inline-flex items-center gap-1">
        <span aria-hidden="true" className="h-2.5 w-1 bg-accent" />
        {t('boughtByForce')}
      </span>
    </p>
  )
}
