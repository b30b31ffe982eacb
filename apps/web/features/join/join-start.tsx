'use client'

import { useTranslations } from 'use-intl'
import { CodeForm } from './code-form.tsx'

/** Asks for the code and for nothing else. */
export function JoinStart() {
  const t = useTranslations('join')
  return (
    <div className="mx-auto flex w-full max-w-md flex-col gap-6 pt-4 sm:pt-10">
      <header className="flex flex-col gap-2">
        <h1 className="font-semibold text-title">{t('title')}</h1>
        <p className="text-muted sm:text-lg">{t('lead')}</p>
      </header>
      <CodeForm autoFocus />
    </div>
  )
}
