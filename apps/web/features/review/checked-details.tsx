'use client'

import { Check, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { number } from '../../format/number.ts'
import type { Overview } from './conversation.ts'

/** What was compared with what before the round was told, and what that does not show. */
export function CheckedDetails({ overview: { frames, fairness } }: { overview: Overview }) {
  const t = useTranslations('review.verified')
  const { seed, commitment, seen, words } = fairness
  const { committed, revealed, own, isListChanged } = words
  return (
    <details className="max-w-prose text-sm">
      <summary className="w-fit cursor-pointer text-muted">{t('details')}</summary>
      <ul className="mt-2 flex flex-col gap-1.5">
        <Line isHeld>{t('frames', { frames: number(frames) })}</Line>
        <Line isHeld={commitment !== null}>{t(commitment === null ? 'noCommitment' : 'commitment')}</Line>
        {commitment !== null && <Line isHeld={seen}>{t(seen ? 'seen' : 'unseen')}</Line>}
        <Line isHeld={revealed > 0 && own !== 'missing'}>
          {committed === 0 ? t('noWords') : t('words', { committed, revealed, own })}
        </Line>
        {isListChanged && <Line isHeld={false}>{t('wordsAdded')}</Line>}
        <Line isHeld={false}>{t(revealed > 0 ? 'limitsWords' : 'limits')}</Line>
      </ul>
      <dl className="mt-2 flex flex-col gap-1">
        <Digits title={t('seed')} digits={seed} />
        {commitment !== null && <Digits title={t('published')} digits={commitment} />}
      </dl>
      <p className="mt-2 text-muted">
        {t.rich('more', { file: (text) => <code className="font-mono">{text}</code> })}
      </p>
    </details>
  )
}

function Line({ isHeld, children }: { isHeld: boolean; children: ReactNode }) {
  const Icon = isHeld ? Check : Info
  return (
    <li className="flex gap-2">
      <Icon
        size={16}
        className={isHeld ? 'mt-0.5 shrink-0 text-gain' : 'mt-0.5 shrink-0 text-muted'}
        aria-hidden
      />
      <span>{children}</span>
    </li>
  )
}

function Digits({ title, digits }: { title: string; digits: string }) {
  return (
    <div>
      <dt className="text-muted">{title}</dt>
      <dd className="break-all font-mono text-2xs">{digits}</dd>
    </div>
  )
}
