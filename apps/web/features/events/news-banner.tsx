'use client'

import { Newspaper, Zap } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { type FeedItem, useRound, useRoundInHand } from '../../live/index.ts'
import { Banner } from '../../ui/banner.tsx'
import { useRejectionWords } from '../trade/use-words.ts'
import { sentenceOf } from './sentence.ts'
import { useCast } from './use-cast.ts'

type Card = Extract<FeedItem, { kind: 'news' | 'shocked' }>

const VISIBLE_MS = 12_000

/** Shows the host's latest headline or shock for a while; it stays among the events. */
export function NewsBanner() {
  const t = useTranslations('trade')
  const why = useRejectionWords()
  const cast = useCast()
  const { store } = useRoundInHand()
  const items = useRound(({ feed }) => feed.items)
  const heard = useRef(0)
  const [card, setCard] = useState<Card | null>(null)
  useEffect(() => {
    const { tick, config } = store.round
    const isFresh = (item: FeedItem) =>
      item.key > heard.current && (tick - item.tick) * config.clock.tickMs < VISIBLE_MS
    const fresh = latestCard(items.filter(isFresh))
    heard.current = items.at(-1)?.key ?? heard.current
    if (fresh) setCard(fresh)
  }, [items, store])
  useEffect(() => {
    if (!card) return
    const timer = setTimeout(() => setCard(null), VISIBLE_MS)
    return () => clearTimeout(timer)
  }, [card])
  const content = card && {
    icon: card.kind === 'news' ? <Newspaper size={22} aria-hidden /> : <Zap size={22} aria-hidden />,
    title: t(`banner.${card.kind}`),
    text: card.kind === 'news' ? card.headline : sentenceOf(card, { t, cast, why }),
  }
  return <Banner content={content} onClose={() => setCard(null)} />
}

/** A headline speaks for the shock behind it. */
function latestCard(items: readonly FeedItem[]): Card | null {
  const cards = items.filter((item) => item.kind === 'news' || item.kind === 'shocked')
  const last = cards.at(-1)
  const headline = cards.findLast((card) => card.kind === 'news' && card.tick === last?.tick)
  return headline ?? last ?? null
}
