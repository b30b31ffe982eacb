'use client'

import type { Phase, WordCount } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { CopyButton } from '../../ui/copy-button.tsx'

interface FairnessNoteProps {
  /** What the server published of its part before anybody joined. */
  commitment: string
  words: WordCount
  phase: Phase
  /** Whether the host brought the prices: then no word has a part in them. */
  isOwnPrices: boolean
}

/** Why nobody could choose the market: the server's part was fixed first, and players' words come into it. */
export function FairnessNote({ commitment, words, phase, isOwnPrices }: FairnessNoteProps) {
  const { committed, revealed } = words
  const t = useTranslations('rules.fairness')
  return (
    <div className="flex flex-col gap-3">
      <p className="text-muted">{t(isOwnPrices ? 'ownText' : 'text')}</p>
      <p className="select-all break-all font-mono text-2xs">{commitment}</p>
      <div className="self-start">
        <CopyButton text={commitment} label={t('copy')} doneLabel={t('copied')} />
      </div>
      {!isOwnPrices && (phase === 'lobby' || committed > 0) && (
        <p className="text-muted">
          {phase === 'lobby' ? t('words', { count: committed }) : t('mixed', { committed, revealed })}
        </p>
      )}
    </div>
  )
}
