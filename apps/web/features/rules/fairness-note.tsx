'use client'

import { useTranslations } from 'use-intl'
import { CopyButton } from '../../ui/copy-button.tsx'

/**
 * That the market, or the host's file of prices, was fixed before anybody joined, and the fingerprint that
 * anyone may keep of it.
 */
export function FairnessNote({ commitment, isOwnPrices }: { commitment: string; isOwnPrices: boolean }) {
  const t = useTranslations('rules.fairness')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t(isOwnPrices ? 'ownText' : 'text')}</p>
      <p className="select-all break-all font-mono text-2xs">{commitment}</p>
      <div className="self-start">
        <CopyButton text={commitment} label={t('copy')} doneLabel={t('copied')} />
      </div>
    </div>
  )
}
