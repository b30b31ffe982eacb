'use client'

import { useTranslations } from 'use-intl'
import { LinkButton } from '../../ui/link-button.tsx'
import { Tanks } from '../../ui/tanks.tsx'
import { CodeForm } from '../join/code-form.tsx'
import { SiteHeader } from './site-header.tsx'

const EMPTY = ['a', 'b', 'c'].map((id) => ({ id, level: 0, isDrained: true }))

/** An address that leads nowhere, with the two ways on that people look for. */
export function NotFound() {
  const t = useTranslations('errors.notFound')
  const common = useTranslations('common')
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto flex w-full max-w-md flex-1 flex-col gap-6 px-4 pt-6 pb-16 sm:pt-12">
        <Tanks isJoined={false} label="" tanks={EMPTY} className="w-40" />
        <div className="flex flex-col gap-2">
          <h1 className="font-semibold text-title">{t('title')}</h1>
          <p className="text-muted sm:text-lg">{t('text')}</p>
        </div>
        <CodeForm label={t('code')} />
        <LinkButton href="/" className="self-start">
          {common('home')}
        </LinkButton>
      </main>
    </div>
  )
}
