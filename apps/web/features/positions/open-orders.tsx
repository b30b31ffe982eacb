'use client'

import { instrumentOf, type Order } from '@cascade/engine'
import { X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { onIncrement } from '../../format/price.ts'
import { useRoundInHand } from '../../live/index.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useAct } from '../trade/use-act.ts'

/** Orders that wait for their price. */
export function OpenOrders({ orders }: { orders: readonly Order[] }) {
  const t = useTranslations('trade.positions')
  return (
    <section className="flex flex-col gap-1.5">
      <h3 className="font-semibold text-sm">{t('orders')}</h3>
      <ul aria-label={t('orders')} className="flex flex-col gap-1">
        {orders.map((order) => (
          <li key={order.id}>
            <OpenOrder order={order} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OpenOrder({ order }: { order: Order }) {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const { id, type, side, quantity, instrument, limitPrice, triggerPrice, reduceOnly } = order
  const { priceIncrement, sizeIncrement } = instrumentOf(store.round, instrument)
  const price = limitPrice ?? triggerPrice
  return (
    <div className="flex min-h-11 items-center gap-2 rounded-lg bg-raised ps-3 text-sm">
      <span className="min-w-0 flex-1">
        {t('positions.order', {
          type: t(`orderTypes.${type}`),
          side,
          instrument,
          quantity: onIncrement(quantity, sizeIncrement),
          price: price ? onIncrement(price, priceIncrement) : '',
        })}
        {reduceOnly && <span className="text-muted"> · {t('positions.reduceOnly')}</span>}
      </span>
      <IconButton
        label={t('positions.cancel')}
        isDisabled={isActing}
        onPress={() => act([{ type: 'order.cancel', order: id }])}
      >
        <X size={18} aria-hidden />
      </IconButton>
    </div>
  )
}
