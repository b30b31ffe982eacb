'use client'

import type { SeatId } from '@cascade/engine'
import { BadgeCheck } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { number } from '../../format/number.ts'
import { Badge } from '../../ui/badge.tsx'
import { Select } from '../../ui/select.tsx'
import type { Cast } from '../events/sentence.ts'
import { CheckedDetails } from './checked-details.tsx'
import type { Overview } from './conversation.ts'

interface ReviewHeadProps {
  overview: Overview
  seat: SeatId | null
  cast: Cast
  onSeat: (seat: SeatId) => void
}

/** What this page is, whether it can be believed, and whose account it looks through. */
export function ReviewHead({ overview, seat, cast, onSeat }: ReviewHeadProps) {
  const t = useTranslations('review')
  const choices = overview.rows.map((row) => {
    const name = cast.nameOf(row.seat)
    return { id: row.seat, label: row.seat === cast.own ? t('seatOwn', { name }) : name }
  })
  return (
    <header className="flex flex-col gap-4 lg:flex-row lg:items-end lg:justify-between">
      <div className="flex min-w-0 flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h1 className="font-semibold text-title">{t('title')}</h1>
          <Badge tone="gain" className="bg-gain/10!" icon={<BadgeCheck size={14} aria-hidden />}>
            {t('verified.ok')}
          </Badge>
        </div>
        <p className="max-w-prose text-muted text-sm">
          {t('verified.okText', { frames: number(overview.frames) })}{' '}
          <span className="whitespace-nowrap font-mono text-2xs">{overview.fingerprint.slice(0, 16)}</span>
        </p>
        <CheckedDetails overview={overview} />
      </div>
      {seat && (
        <Select label={t('seat')} choices={choices} value={seat} onChange={onSeat} className="lg:w-72" />
      )}
    </header>
  )
}
