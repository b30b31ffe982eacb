'use client'

import { Check, Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { number } from '../../format/number.ts'
import type { Fairness, Overview } from './conversation.ts'

/** What was compared with what before the round was told, and what that does not show. */
export function CheckedDetails({ overview: { frames, fairness } }: { overview: Overview }) {
  const t = useTranslations('review.verified')
  const { seed, commitment, seen, words, ownPrices } = fairness
  return (
    <details className="max-w-prose text-sm">
      <summary className="w-fit cursor-pointer text-muted">{t('details')}</summary>
      <ul className="mt-2 flex flex-col gap-1.5">
        <Line isHeld>{t('frames', { frames: number(frames) })}</Line>
        <Line isHeld={commitment !== null}>{t(commitment === null ? 'noCommitment' : 'commitment')}</Line>
        {commitment !== null && <Line isHeld={seen}>{t(seen ? 'seen' : 'unseen')}</Line>}
        {ownPrices ? <Line isHeld>{t('ownPrices')}</Line> : <WordLines words={words} />}
        <Line isHeld={false}>{t(limitsOf(fairness))}</Line>
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

/** What nobody can check, in the words that fit where the market's chance came from. */
function limitsOf({ ownPrices, words }: Fairness): 'ownLimits' | 'limitsWords' | 'limits' {
  if (ownPrices) return 'ownLimits'
  return words.revealed > 0 ? 'limitsWords' : 'limits'
}

/** The players' part in a market that was drawn. */
function WordLines({ words: { committed, revealed, own, isListChanged } }: Pick<Fairness, 'words'>) {
  const t = useTranslations('review.verified')
  return (
    <>
      <Line isHeld={revealed > 0 && own !== 'missing'}>
        {committed === 0 ? t('noWords') : t('words', { committed, revealed, own })}
      </Line>
      {isListChanged && <Line isHeld={false}>{t('wordsAdded')}</Line>}
    </>
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
