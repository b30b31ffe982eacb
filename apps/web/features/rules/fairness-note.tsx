'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '../../ui/copy-button.tsx'

const SHOWN_DIGITS = 16

/** That the market was fixed before anybody joined, and the fingerprint that anyone may keep of it. */
export function FairnessNote({ commitment }: { commitment: string }) {
  const t = useTranslations('rules.fairness')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t('text')}</p>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span className="font-mono text-sm" title={commitment}>
          {commitment.slice(0, SHOWN_DIGITS)}…
        </span>
        <CopyButton text={commitment} label={t('copy')} doneLabel={t('copied')} />
      </div>
    </div>
  )
}
