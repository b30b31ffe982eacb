'use client'

import { useTranslations } from 'use-intl'

/** Says once that no real money is in the game. */
export function SiteFooter() {
  const t = useTranslations('common')
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 pt-6 pb-10 text-sm text-muted sm:px-6">
      {t('simulated')}
    </footer>
  )
}
