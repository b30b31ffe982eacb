'use client'

import type { Cascade, Cut, Named } from '@cascade/review'
import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { list } from '../../format/list.ts'
import { wholeMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import type { Cast } from './sentence.ts'

const SMALLEST_SIZE = 0.001

type Words = ReturnType<typeof useTranslations<'trade'>>

/** Says why a bucket ended or was cut down: what drained it, what closed with it, and who paid for it. */
export function useCascadeWords(cast: Cast): (cascade: Cascade) => string {
  const t = useTranslations('trade')
  return useCallback(
    (cascade) => {
      const sentence = causeOf(cascade, t, cast)
      if (cascade.closedEarly.length === 0) return sentence
      const names = cascade.closedEarly.map(({ seat, ...closed }) =>
        t('cascade.earlyOne', {
          who: seat === cast.own ? t('events.you') : cast.nameOf(seat),
          name: nameOf(closed, t),
        }),
      )
      return t('cascade.early', { sentence, names: list([...new Set(names)]) })
    },
    [t, cast],
  )
}

const nameOf = ({ instrument, long }: Pick<Named, 'instrument' | 'long'>, t: Words): string =>
  t('cascade.named', { instrument, side: t(long ? 'side.long' : 'side.short') })

function causeOf({ bucket, drained, closed, closedWith, cut, lost }: Cascade, t: Words, cast: Cast): string {
  const listed = (names: readonly Named[]) => list(names.map((each) => nameOf(each, t)))
  const values = { drained: nameOf(drained, t), amount: wholeMoney(lost) }
  if (bucket === 'isolated') return t('cascade.isolated', values)
  const [first, ...more] = cut
  if (first?.instrument === drained.instrument && more.length + closed.length === 0) {
    return t('cascade.cutSelf', { ...values, ...unitsOf(first, cast) })
  }
  if (first) {
    const ended = closed.map((each) => t('cascade.closedOne', { name: nameOf(each, t) }))
    return t('cascade.cut', { ...values, cuts: list([...ended, ...cut.map((each) => cutOf(each, t, cast))]) })
  }
  if (closedWith.length === 0) return t('cascade.cross', values)
  const fine = closedWith.filter(({ pnl }) => pnl >= 0)
  return fine.length === 0
    ? t('cascade.crossOthers', { ...values, others: listed(closedWith) })
    : t('cascade.crossFine', { ...values, fine: listed(fine), count: fine.length })
}

function cutOf(cut: Cut, t: Words, cast: Cast): string {
  return t('cascade.cutOne', { name: nameOf(cut, t), ...unitsOf(cut, cast) })
}

function unitsOf({ instrument, quantity, left }: Cut, { increments }: Cast) {
  const step = increments.get(instrument)?.size ?? SMALLEST_SIZE
  return { quantity: onIncrement(quantity, step), left: onIncrement(left, step) }
}
