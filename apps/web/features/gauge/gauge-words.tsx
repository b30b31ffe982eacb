'use client'

import { useTranslations } from 'use-intl'
import { rate } from '../../format/percent.ts'
import { depthsOf } from './depths.ts'
import type { GaugeReading } from './reading.ts'

/** The fuses and the forced selling of a gauge, each in a sentence; of what is not, nothing. */
export function GaugeWords({ reading }: { reading: GaugeReading }) {
  const t = useTranslations('trade.gauge')
  const sides = (['down', 'up'] as const).flatMap((direction) => {
    const { fuse } = reading[direction]
    return fuse === null ? [] : [{ direction, move: rate(fuse) }]
  })
  const forced = (['sold', 'waiting'] as const).flatMap((what) => {
    const amount = reading[what]
    return amount === 0
      ? []
      : [{ what, side: amount > 0 ? 'sell' : 'buy', amount: depthsOf(amount) } as const]
  })
  return (
    <div className="flex flex-col gap-0.5 text-muted text-sm">
      {sides.map((side) => (
        <p key={side.direction}>{t('fuse', side)}</p>
      ))}
      {forced.length === 0 && <p>{t('quiet')}</p>}
      {forced.map(({ what, side, amount }) => (
        <p key={what} className="font-medium text-text">
          {t(what, { side, amount: t('depths', { ...amount }) })}
        </p>
      ))}
    </div>
  )
}
