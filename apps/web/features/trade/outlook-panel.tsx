'use client'

import { instrumentOf } from '@cascade/engine'
import { TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { money, wholeMoney } from '../../format/money.ts'
import { percent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { useRoundInHand } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import type { Draft } from './draft.ts'
import type { Outlook } from './outlook.ts'
import { useRejectionWords } from './use-words.ts'

interface OutlookPanelProps {
  draft: Draft
  outlook: Outlook
}

/**
 * What an order would do, before the button: where it would be liquidated, what it costs and what can be
 * lost.
 */
export function OutlookPanel({ draft, outlook }: OutlookPanelProps) {
  const t = useTranslations('trade.outlook')
  const why = useRejectionWords()
  return (
    <section aria-label={t('label')} className="flex flex-col gap-1.5">
      <dl className="flex flex-col gap-0.5 text-sm lg:gap-1">
        <Figure name={t('liquidation')} isDanger={outlook.liquidationPrice !== null}>
          <Liquidation outlook={outlook} draft={draft} />
        </Figure>
        <Fill outlook={outlook} draft={draft} />
        <Figure name={t('fee')}>{outlook.fee ? money(outlook.fee) : '–'}</Figure>
        <Figure name={t('lose')} isStrong>
          <Loss outlook={outlook} />
        </Figure>
      </dl>
      {outlook.rejection ? (
        <p role="alert" className="text-danger text-sm">
          {why(outlook.rejection)}
        </p>
      ) : (
        <p className="hidden text-muted text-sm lg:block">
          <Effect outlook={outlook} draft={draft} />
        </p>
      )}
    </section>
  )
}

interface FigureProps {
  name: string
  isDanger?: boolean
  isStrong?: boolean
  /** Left out where there is little room. */
  isSlight?: boolean
  children: ReactNode
}

function Figure({ name, isDanger = false, isStrong = false, isSlight = false, children }: FigureProps) {
  return (
    <div className={classNames('flex items-baseline justify-between gap-3', isSlight && 'max-lg:hidden')}>
      <dt className="shrink-0 text-muted">{name}</dt>
      <dd
        className={classNames('text-end', isStrong && 'font-semibold', isDanger && 'font-medium text-danger')}
      >
        {children}
      </dd>
    </div>
  )
}

/** A fill that is worse than the mark by more than this share is warned of. */
const DEAR = 0.01
/** Less is not told apart from the mark in the figure that is shown. */
const SLIGHT = 0.0005

/** At which price the order would fill, where that is not the mark. */
function Fill({ outlook: { price, slippage }, draft }: OutlookPanelProps) {
  const t = useTranslations('trade.outlook')
  const { store } = useRoundInHand()
  if (price === null || slippage === null) return null
  const isDear = slippage > DEAR
  const isSlight = slippage < SLIGHT
  const words = isSlight ? t('atMark') : t('worse', { share: percent(slippage) })
  return (
    <Figure name={t('fillsAt')} isSlight={isSlight}>
      <span className={classNames(isDear && 'font-medium text-warn')}>
        {isDear && <TriangleAlert size={14} className="me-1 inline -translate-y-px" aria-hidden />}
        {onIncrement(price, instrumentOf(store.round, draft.instrument).priceIncrement)} · {words}
      </span>
    </Figure>
  )
}

function Liquidation({ outlook, draft }: OutlookPanelProps) {
  const t = useTranslations('trade.outlook')
  const { store } = useRoundInHand()
  const { liquidationPrice, distance, mode, shared, order } = outlook
  if (!order) return '–'
  if (mode === null) return t('closes')
  if (!liquidationPrice) return t(mode === 'cross' ? 'none' : 'noneIsolated')
  const { priceIncrement } = instrumentOf(store.round, draft.instrument)
  return (
    <>
      {onIncrement(liquidationPrice, priceIncrement)}
      {distance && <span> · {t('distance', { distance: percent(distance) })}</span>}
      {mode === 'cross' && shared && <span className="block text-muted">{t('crossOthers')}</span>}
    </>
  )
}

function Loss({ outlook: { atRisk, mode, walled, order } }: { outlook: Outlook }) {
  const t = useTranslations('trade.outlook')
  if (!order || !atRisk) return '–'
  const amount = wholeMoney(atRisk)
  if (mode === null) return t('loseNothing')
  if (mode === 'isolated') return t('loseIsolated', { amount })
  return t(walled ? 'loseShared' : 'loseCross', { amount })
}

function Effect({ outlook, draft }: OutlookPanelProps) {
  const t = useTranslations('trade.outlook')
  const { store } = useRoundInHand()
  const { order, missing, effect, notional, price, fillsNow } = outlook
  if (missing === 'price') return t('priceMissing')
  if (!order || !effect || !notional || !price) return t('sizeMissing')
  const { priceIncrement, sizeIncrement } = instrumentOf(store.round, draft.instrument)
  const values = {
    side: order.side,
    quantity: onIncrement(order.quantity, sizeIncrement),
    instrument: draft.instrument,
    notional: wholeMoney(notional),
  }
  if (fillsNow) return `${t(`effect.${effect}`, values)}.`
  return `${t(`effect.${effect}`, values)}. ${t('waits', { price: onIncrement(price, priceIncrement) })}`
}
