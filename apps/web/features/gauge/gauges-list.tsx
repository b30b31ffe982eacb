'use client'

import type { InstrumentId } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { DepthMeter } from './depth-meter.tsx'
import { GaugeSide } from './gauge-sides.tsx'
import { readingOf, sameReading } from './reading.ts'

/**
 * The gauges of all instruments, for a screen that a room looks at; nothing where trades do not move
 * prices.
 */
export function GaugesList() {
  const t = useTranslations('trade.gauge')
  const { store } = useRoundInHand()
  const isMoved = useRound(({ round }) => round.impacts.size > 0)
  if (!isMoved) return null
  return (
    <section className="flex min-w-0 flex-col gap-3 rounded-2xl bg-raised p-4">
      <h2 className="font-semibold">{t('title')}</h2>
      <ul className="flex flex-col gap-3 text-sm">
        {store.round.config.instruments.map(({ id }) => (
          <GaugeRow key={id} instrument={id} />
        ))}
      </ul>
      <p className="text-muted text-sm">{t('explained')}</p>
    </section>
  )
}

function GaugeRow({ instrument }: { instrument: InstrumentId }) {
  const reading = useRound(({ round }) => readingOf(round, instrument), sameReading)
  if (!reading) return null
  return (
    <li className="flex flex-col gap-1">
      <span className="flex items-center justify-between gap-3">
        <span className="font-semibold">{instrument}</span>
        <DepthMeter depth={reading.depth} />
      </span>
      <span className="flex flex-wrap gap-x-5 gap-y-1">
        <GaugeSide side="down" reading={reading} />
        <GaugeSide side="up" reading={reading} />
      </span>
    </li>
  )
}
