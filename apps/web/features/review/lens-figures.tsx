'use client'

import { useTranslations } from 'use-intl'
import { money, signedMoney } from '../../format/money.ts'
import { leverage, number } from '../../format/number.ts'
import { percent } from '../../format/percent.ts'
import { Delta } from '../trade/delta.tsx'
import type { AccountReview } from './conversation.ts'

/** The account in six figures, and what its rules added to them. */
export function LensFigures({ account: { lens } }: { account: AccountReview }) {
  const t = useTranslations('review.lens')
  if (!lens.ok) return null
  const { points, startingCash, worstDip, feesPaid, fundingPaid, lossesBorne, liquidations } = lens.value
  const final = points.at(-1)?.equity ?? 0
  const change = final - startingCash
  const forced = liquidations.reduce((count, { closed, cut }) => count + closed.length + cut.length, 0)
  const figures = [
    { name: t('final'), text: money(final) },
    { name: t('change'), text: <Delta sign={change}>{signedMoney(change)}</Delta> },
    { name: t('dip'), text: percent(worstDip) },
    { name: t('peak'), text: leverage(Math.max(0, ...points.map((point) => point.leverage))) },
    { name: t('fees'), text: money(feesPaid) },
    { name: t('liquidations'), text: number(forced) },
    ...(fundingPaid === 0
      ? []
      : [{ name: t(fundingPaid < 0 ? 'fundingReceived' : 'funding'), text: money(Math.abs(fundingPaid)) }]),
    ...(lossesBorne === 0 ? [] : [{ name: t('borne'), text: money(lossesBorne) }]),
  ]
  return (
    <section aria-label={t('title')} className="flex flex-col gap-3 border-line border-t pt-4">
      <h2 className="font-semibold">{t('title')}</h2>
      <dl className="grid grid-cols-2 gap-x-4 gap-y-3 text-sm">
        {figures.map(({ name, text }) => (
          <div key={name} className="flex flex-col">
            <dt className="text-muted">{name}</dt>
            <dd className="font-semibold text-base">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
