'use client'

import type { Cascade, LensPoint } from '@cascade/review'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { AccountTanks, tankCount } from '../tanks/account-tanks.tsx'
import { drainedGroups, groupsOfPoint, type TankGroup } from '../tanks/groups.ts'
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
  const tick = lens.value.ticks[index] ?? 0
  const own = worldAt(lens.value.points[index], lens.value.liquidations, tick)
  const twin = otherMode.ok
    ? worldAt(otherMode.value.twinPoints[index], otherMode.value.twin.cascades, tick)
    : null
  const slots = Math.max(2, tankCount(own?.groups ?? []), tankCount(twin?.groups ?? []))
  return (
    <div className="grid grid-cols-2 gap-3">
      {own && <World title={t('played')} world={own} slots={slots} />}
      {twin && <World title={t('twin')} world={twin} slots={slots} />}
    </div>
  )
}

interface WorldAt {
  readonly point: LensPoint
  readonly groups: readonly TankGroup[]
}

/** An account at a tick, with the tanks that had run dry by then. */
function worldAt(point: LensPoint | undefined, cascades: readonly Cascade[], tick: number): WorldAt | null {
  if (!point) return null
  const held = groupsOfPoint(point)
  const past = cascades.filter((cascade) => cascade.tick <= tick)
  return { point, groups: [...held, ...drainedGroups(past, held)] }
}

function World({ title, world, slots }: { title: string; world: WorldAt; slots: number }) {
  const t = useTranslations('review.moment')
  const { point, groups } = world
  return (
    <section aria-label={title} className="flex min-w-0 flex-col gap-3">
      <h3 className="text-center text-muted text-sm">{title}</h3>
      <div className="flex min-h-40 flex-1 flex-col justify-start">
        <AccountTanks groups={groups} size="large" slots={slots} className="items-start! justify-center" />
      </div>
      <dl className="grid grid-cols-[1fr_auto] gap-x-2 text-sm">
        <dt className="text-muted">{t('equity')}</dt>
        <dd className="text-end font-semibold">
          {point.equity <= 0 ? t('wiped') : wholeMoney(point.equity)}
        </dd>
        <dt className="text-muted">{t('free')}</dt>
        <dd className="text-end">{wholeMoney(point.freeMargin)}</dd>
        <dt className="text-muted">{t('leverage')}</dt>
        <dd className="text-end">{leverage(point.leverage)}</dd>
      </dl>
    </section>
  )
}
