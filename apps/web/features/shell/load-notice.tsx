'use client'

import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** A list could not be read from the server; the button asks again. */
export function LoadNotice({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations()
  return (
    <ErrorNotice
      what={t('errors.load.what')}
      why={t('errors.load.why')}
      action={<Button onPress={onRetry}>{t('common.tryAgain')}</Button>}
    />
  )
}
