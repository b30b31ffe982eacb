'use client'

import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { AccountTanks } from '../tanks/account-tanks.tsx'
import { healthAt } from './health-meter.tsx'

/** The account's tanks in large, as they stand at the marks. */
export function LiveTanks() {
  const t = useTranslations('trade.tanks')
  const { groups } = useRound(healthAt, (a, b) => JSON.stringify(a) === JSON.stringify(b))
  const isWiped = useRound(({ account }) => (account?.wipedAtTick ?? null) !== null)
  return (
    <div className="flex flex-col gap-3">
      <AccountTanks groups={groups} size="large" className="justify-center" />
      {groups.length === 0 && !isWiped && <p className="text-center text-muted text-sm">{t('emptyText')}</p>}
    </div>
  )
}
