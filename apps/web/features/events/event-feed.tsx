'use client'

import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { clock } from '../../format/time.ts'
import { type FeedItem, useRound, useRoundInHand } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { useRejectionWords } from '../trade/use-words.ts'
import { foldRepeats } from './fold-repeats.ts'
import { sentenceOf } from './sentence.ts'
import { useCast } from './use-cast.ts'

const SHOWN = 60

/** What happened, the newest first. The own affairs stand out. */
export function EventFeed() {
  const t = useTranslations('trade')
  const why = useRejectionWords()
  const cast = useCast()
  const { store } = useRoundInHand()
  const items = useRound(({ feed }) => feed.items)
  const told = useMemo(() => foldRepeats(items.filter(isTold)).slice(-SHOWN).reverse(), [items])
  const { tickMs } = store.round.config.clock
  if (told.length === 0) return <p className="text-muted text-sm">{t('events.empty')}</p>
  return (
    <ol aria-label={t('events.title')} className="flex flex-col gap-2 text-sm">
      {told.map((item) => (
        <li key={item.key} className="flex gap-2.5">
          <time className="w-9 shrink-0 text-end text-muted">{clock(item.tick * tickMs)}</time>
          <span className={classNames('min-w-0 flex-1', toneOf(item, cast.own))}>
            {sentenceOf(item, { t, cast, why })}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** A market order says nothing that its fill does not say again in the same tick. */
const isTold = (item: FeedItem): boolean => !(item.kind === 'placed' && item.price === null)

function toneOf(item: FeedItem, own: string | null): string {
  if (item.kind === 'liquidated' || item.kind === 'wiped') return 'font-medium text-danger'
  if (item.kind === 'news' || item.kind === 'shocked') return 'font-medium text-accent'
  if (item.kind === 'carries') return 'font-medium text-warn'
  if (item.kind === 'forced' && !item.over) return 'font-medium text-text'
  if (item.kind === 'deleveraged' || item.kind === 'socialised') return 'font-medium text-warn'
  return 'seat' in item && item.seat === own ? 'text-text' : 'text-muted'
}
