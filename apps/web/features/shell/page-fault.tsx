'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Mark } from '../../ui/mark.tsx'

/** A page that broke: what it means for a running round, and the way back in. */
export function PageFault({ digest }: { digest: string | undefined }) {
  const t = useTranslations('errors.page')
  const common = useTranslations('common')
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-16">
      <Mark size={48} className="text-edge" />
      <div className="flex flex-col gap-2">
        <h1 className="font-semibold text-title">{t('title')}</h1>
        <p className="text-muted sm:text-lg">{t('text')}</p>
      </div>
      <div className="flex gap-3">
        <Button variant="primary" onPress={() => window.location.reload()}>
          {t('reload')}
        </Button>
        <LinkButton href="/">{common('home')}</LinkButton>
      </div>
      {digest && <p className="font-mono text-muted text-sm">{t('reference', { digest })}</p>}
    </main>
  )
}
