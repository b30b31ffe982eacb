'use client'

import { cascadesOf } from '@cascade/review'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { money, signedMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { clock } from '../../format/time.ts'
import { type Absence, type FeedItem, useRound, useRoundInHand } from '../../live/index.ts'
import { toast } from '../../ui/toast.tsx'
import { type Cast, isMoment, sentenceOf } from '../events/sentence.ts'
import { useCascadeWords } from '../events/use-cascade-words.ts'
import { useCast } from '../events/use-cast.ts'
import { useRejectionWords } from './use-words.ts'

type Words = ReturnType<typeof useTranslations<'trade'>>
type Fill = Extract<FeedItem, { kind: 'filled' }>

/** A shorter absence is not worth a word. */
const WORTH_TELLING_MS = 5_000
const SMALLEST = { price: 0.01, size: 0.001 }

/** Says in passing what happened to the own account, once. */
export function News() {
  const t = useTranslations('trade')
  const cast = useCast()
  const causeWords = useCascadeWords(cast)
  const why = useRejectionWords()
  const { store } = useRoundInHand()
  const items = useRound(({ feed }) => feed.items)
  const absence = useRound((round) => round.absence)
  const told = useRef(store.feed.items.at(-1)?.key ?? 0)
  useEffect(() => {
    const fresh = items.filter((item) => item.key > told.current && isOwnNews(item, cast))
    told.current = items.at(-1)?.key ?? told.current
    for (const item of fresh) {
      if (item.kind === 'filled') tellFill(item, t, cast)
      if (item.kind === 'deleveraged' || item.kind === 'socialised') {
        toast({ kind: 'news', title: t(`news.${item.kind}`), text: sentenceOf(item, { t, cast, why }) })
      }
    }
    for (const cascade of cascadesOf(fresh.filter(isMoment))) {
      // The end of the account has a place of its own on the screen.
      if (cascade.wiped) continue
      const title = t(cascade.cut.length > 0 ? 'news.cut' : 'news.liquidated')
      toast({ kind: 'bad', title, text: causeWords(cascade) })
    }
  }, [items, t, cast, causeWords, why])
  useEffect(() => {
    if (absence && absence.awayMs >= WORTH_TELLING_MS) tellAbsence(absence, t)
  }, [absence, t])
  return null
}

/** What was missed is told by the absence, all in one. */
const isOwnNews = (item: FeedItem, { own }: Cast): boolean =>
  !item.late && 'seat' in item && item.seat === own

function tellFill(fill: Fill, t: Words, { increments }: Cast): void {
  const steps = increments.get(fill.instrument) ?? SMALLEST
  const values = { price: onIncrement(fill.price, steps.price), fee: money(fill.fee) }
  const isEntry = fill.effect === 'open' || fill.effect === 'increase'
  toast({
    kind: 'good',
    title: t('news.filled', {
      side: fill.side,
      quantity: onIncrement(fill.quantity, steps.size),
      instrument: fill.instrument,
    }),
    text: isEntry
      ? t('news.filledAt', values)
      : t('news.filledPnl', { ...values, pnl: signedMoney(fill.realizedPnl) }),
  })
}

function tellAbsence({ awayMs, equityBefore, equityNow, fills, liquidations }: Absence, t: Words): void {
  const isQuiet = fills === 0 && liquidations === 0 && equityBefore === equityNow
  const values = { before: money(equityBefore), after: money(equityNow), fills, liquidations }
  toast({
    kind: liquidations > 0 ? 'bad' : 'news',
    title: t('news.away', { time: clock(awayMs) }),
    text: isQuiet ? t('news.awayNothing') : t('news.awayText', values),
  })
}
