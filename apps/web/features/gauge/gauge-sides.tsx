'use client'

import { Circle, OctagonAlert, Triangle } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { oneDecimal } from '../../format/number.ts'
import { classNames } from '../../ui/class-names.ts'
import type { GaugeReading, GaugeState } from './reading.ts'

/** Said by shape and colour, and beside them by the number and the word. */
const LOOKS: Record<GaugeState, { readonly sign: ReactNode; readonly tone: string }> = {
  calm: { sign: <Circle size={12} aria-hidden />, tone: 'text-(--green)' },
  loaded: { sign: <Triangle size={13} aria-hidden className="fill-current" />, tone: 'text-warn' },
  carries: { sign: <OctagonAlert size={14} aria-hidden />, tone: 'text-danger' },
}

const ARROWS = { down: '▼', up: '▲' } as const

interface SideProps {
  side: 'down' | 'up'
  reading: GaugeReading
  /** Leaves the word to who hears it. */
  isShort?: boolean
}

/** How near one side of an instrument is to a cascade. */
export function GaugeSide({ side, reading, isShort = false }: SideProps) {
  const t = useTranslations('trade.gauge')
  const { ratio, state } = reading[side]
  const { sign, tone } = LOOKS[state]
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span aria-hidden="true" className="text-2xs text-muted">
        {ARROWS[side]}
      </span>
      <span className={classNames(isShort ? 'sr-only' : 'text-muted')}>{t(`sides.${side}`)}</span>
      <span className={classNames('inline-flex items-center gap-1 font-semibold', tone)}>
        {sign}
        {oneDecimal(ratio)}
      </span>
      <span className={classNames('font-medium', isShort ? 'sr-only' : tone)}>{t(`states.${state}`)}</span>
    </span>
  )
}
