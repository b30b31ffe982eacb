'use client'

import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { Empty } from '../../ui/empty.tsx'
import { OpenOrders } from './open-orders.tsx'
import { PositionCard } from './position-card.tsx'

/** What the own account holds, and what waits. */
export function Positions() {
  const t = useTranslations('trade.positions')
  const positions = useRound(({ account }) => account?.positions)
  const isWiped = useRound(({ account }) => (account?.wipedAtTick ?? null) !== null)
  const orders = useRound(({ account }) => account?.orders)
  return (
    <div className="flex flex-col gap-3">
      {positions && positions.size > 0 ? (
        <ul aria-label={t('title')} className="grid gap-2.5 xl:grid-cols-2">
          {[...positions.values()].map((position) => (
            <li key={position.instrument} className="min-w-0">
              <PositionCard position={position} />
            </li>
          ))}
        </ul>
      ) : (
        <Empty title={t('emptyTitle')} text={t(isWiped ? 'wipedText' : 'emptyText')} />
      )}
      {orders && orders.size > 0 && <OpenOrders orders={[...orders.values()]} />}
    </div>
  )
}
