'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { money, signedMoney, wholeMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { clock } from '../../format/time.ts'
import { type Absence, type FeedItem, useRound, useRoundInHand } from '../../live/index.ts'
import { toast } from '../../ui/toast.tsx'
import type { Cast } from '../events/sentence.ts'
import { useCast } from '../events/use-cast.ts'

type Words = ReturnType<typeof useTranslations<'trade'>>

/** Says in passing what happened to the own account, once. */
export function News() {
  const t = useTranslations('trade')
  const cast = useCast()
  const { store } = useRoundInHand()
  const items = useRound(({ feed }) => feed.items)
  const absence = useRound((round) => round.absence)
  const told = useRef(store.feed.items.at(-1)?.key ?? 0)
  useEffect(() => {
    for (const item of items) if (item.key > told.current) tell(item, t, cast)
    told.current = items.at(-1)?.key ?? told.current
  }, [items, t, cast])
  useEffect(() => {
    if (absence && absence.awayMs >= WORTH_TELLING_MS) tellAbsence(absence, t)
  }, [absence, t])
  return null
}

const WORTH_TELLING_MS = 5_000

function tell(item: FeedItem, t: Words, { own, increments }: Cast): void {
  if (!('seat' in item) || item.seat !== own) return
  if (item.kind === 'filled') {
    const { price: priceStep, size: sizeStep } = increments.get(item.instrument) ?? {
      price: 0.01,
      size: 0.001,
    }
    const values = { price: onIncrement(item.price, priceStep), fee: money(item.fee) }
    const isEntry = item.effect === 'open' || item.effect === 'increase'
    toast({
      kind: 'good',
      title: t('news.filled', {
        side: item.side,
        quantity: onIncrement(item.quantity, sizeStep),
        instrument: item.instrument,
      }),
      text: isEntry
        ? t('news.filledAt', values)
        : t('news.filledPnl', { ...values, pnl: signedMoney(item.realizedPnl) }),
    })
  }
  if (item.kind === 'liquidated') {
    const side = t(item.long ? 'side.long' : 'side.short')
    toast({
      kind: 'bad',
      title: t('news.liquidated', { instrument: item.instrument, side }),
      text:
        item.marginMode === 'isolated'
          ? t('news.liquidatedIsolated', { amount: wholeMoney(item.cause.wallet) })
          : t('news.liquidatedCross'),
    })
  }
}

function tellAbsence({ awayMs, equityBefore, equityNow, fills, liquidations }: Absence, t: Words): void {
  const isQuiet = fills === 0 && liquidations === 0
  const text = t('news.awayText', {
    before: money(equityBefore),
    after: money(equityNow),
    fills,
    liquidations,
  })
  toast({
    kind: liquidations > 0 ? 'bad' : 'news',
    title: t('news.away', { time: clock(awayMs) }),
    text: isQuiet && equityBefore === equityNow ? t('news.awayNothing') : text,
  })
}
