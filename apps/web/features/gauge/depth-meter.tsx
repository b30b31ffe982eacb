'use client'

import { useTranslations } from 'use-intl'
import { wholePercent } from '../../format/percent.ts'
import { classNames } from '../../ui/class-names.ts'

const PER_CENT = 100
/** Below half of the usual depth a trade moves the price twice as far as it would. */
const THIN = 0.5

/** How much of the usual depth is there, as a bar with its figure. */
export function DepthMeter({ depth, isShort = false }: { depth: number; isShort?: boolean }) {
  const t = useTranslations('trade.gauge')
  const share = wholePercent(depth)
  return (
    <span className="inline-flex min-w-0 items-center gap-2">
      <meter className="sr-only" aria-label={t('depth')} min={0} max={PER_CENT} value={depth * PER_CENT}>
        {t('ofUsual', { share })}
      </meter>
      <span aria-hidden className={classNames('shrink-0 text-muted', isShort && 'sr-only')}>
        {t('depth')}
      </span>
      <span
        aria-hidden
        className={classNames('h-2 overflow-hidden rounded-full bg-line', isShort ? 'w-10' : 'w-16')}
      >
        <span
          className={classNames('block h-full rounded-full', depth < THIN ? 'bg-warn' : 'bg-accent')}
          style={{ width: `${Math.min(PER_CENT, depth * PER_CENT)}%` }}
        />
      </span>
      <span className="whitespace-nowrap font-medium">
        {isShort ? t('short', { share }) : t('ofUsual', { share })}
      </span>
    </span>
  )
}
