'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { PageTitle } from '../../ui/page-title.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { FinishedRounds } from '../replays/finished-rounds.tsx'
import { BestResults } from './best-results.tsx'

const KINDS = ['all', 'room', 'solo'] as const
export type BoardKind = (typeof KINDS)[number]

/** The best results of people so far, and the rounds that ended last. Every row leads to its replay. */
export function Leaderboard() {
  const t = useTranslations('leaderboard')
  const [kind, setKind] = useState<BoardKind>('all')
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <PageTitle title={t('title')}>{t('lead')}</PageTitle>
        <Segmented
          label={t('kind')}
          isLabelHidden
          value={kind}
          onChange={setKind}
          segments={KINDS.map((id) => ({ id, label: t(`kinds.${id}`) }))}
          className="w-full sm:w-72"
        />
      </div>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-lg tracking-tight">{t('best.title')}</h2>
        <BestResults kind={kind} />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="font-semibold text-lg tracking-tight">{t('recent')}</h2>
        <FinishedRounds kind={kind} limit={8} />
      </section>
    </div>
  )
}
