'use client'

import type { LensPoint } from '@cascade/review'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { AccountTanks } from '../tanks/account-tanks.tsx'
import { groupsOfPoint } from '../tanks/groups.ts'
import type { AccountReview } from './conversation.ts'

interface MomentCardProps {
  account: AccountReview
  /** Ticks before the account was opened. */
  missing: number
  at: number
}

/** Both worlds at one moment, side by side: the tanks, and what is left. */
export function MomentCard({ account, missing, at }: MomentCardProps) {
  const t = useTranslations('review.moment')
  const { lens, otherMode } = account
  if (!lens.ok) return null
  const index = Math.max(0, at - missing)
  const own = lens.value.points[index]
  const twin = otherMode.ok ? otherMode.value.twinPoints[index] : undefined
  return (
    <div className="grid grid-cols-2 gap-4">
      {own && <World title={t('played')} point={own} />}
      {twin && <World title={t('twin')} point={twin} />}
    </div>
  )
}

function World({ title, point }: { title: string; point: LensPoint }) {
  const t = useTranslations('review.moment')
  const isEmpty = point.equity <= 0
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <h3 className="text-muted text-sm">{title}</h3>
      <div className="flex h-44 items-end justify-center">
        <AccountTanks groups={groupsOfPoint(point)} size="large" className="w-full justify-center" />
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-2 text-sm">
        <dt className="text-muted">{t('equity')}</dt>
        <dd className="text-end font-semibold">{isEmpty ? t('wiped') : wholeMoney(point.equity)}</dd>
        <dt className="text-muted">{t('free')}</dt>
        <dd className="text-end">{wholeMoney(point.freeMargin)}</dd>
        <dt className="text-muted">{t('leverage')}</dt>
        <dd className="text-end">{leverage(point.leverage)}</dd>
      </dl>
    </section>
  )
}
