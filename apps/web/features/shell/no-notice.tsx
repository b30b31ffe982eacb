'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { duration } from '../../format/time.ts'
import type { No } from '../../live/index.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'

/** The gate's no in words: what happened, why, and what can be done. */
export function NoNotice({ no, action }: { no: No; action?: ReactNode }) {
  const t = useTranslations('errors')
  const problems = no.problems?.join(' ')
  const retry = no.retryAfterMs ? t('retryIn', { time: duration(no.retryAfterMs) }) : undefined
  const why = [problems ?? t(`no.${no.refusal}.why`), retry].filter(Boolean).join(' ')
  return <ErrorNotice what={t(`no.${no.refusal}.what`)} why={why} action={action} />
}
