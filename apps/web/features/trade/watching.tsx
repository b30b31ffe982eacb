'use client'

import { useTranslations } from 'use-intl'

/** For one who has no seat: the chart and the board are theirs, the ticket is not. */
export function Watching() {
  const t = useTranslations('trade.watching')
  return (
    <section className="flex flex-col gap-2 rounded-2xl bg-raised p-5">
      <h2 className="font-semibold text-lg">{t('title')}</h2>
      <p className="text-muted">{t('text')}</p>
    </section>
  )
}
