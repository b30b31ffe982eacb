'use client'

import { useTranslations } from 'use-intl'
import { PageTitle } from '../../ui/page-title.tsx'
import { FinishedRounds } from './finished-rounds.tsx'
import { OwnRounds } from './own-rounds.tsx'

/** Everything that can be watched again: first what was played here, then everyone's. */
export function ReplaysPage() {
  const t = useTranslations('leaderboard.replays')
  return (
    <div className="flex flex-col gap-8">
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <OwnRounds />
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-lg tracking-tight">{t('all')}</h2>
        <FinishedRounds kind="all" limit={30} />
      </section>
    </div>
  )
}
