'use client'

import { instrumentOf, type Position } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { signedMoney, wholeMoney } from '../../format/money.ts'
import { percent, signedPercent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { sameFields, useRound, useRoundInHand } from '../../live/index.ts'
import { Delta } from '../trade/delta.tsx'
import { type PositionStanding, standingOf } from './standing.ts'

/** What changes with every tick: profit or loss, and the distance to the liquidation. */
export function PositionFigures({ position }: { position: Position }) {
  const t = useTranslations('trade.positions')
  const standing = useRound((store) => standingOf(store, position), sameFields)
  return (
    <div className="flex flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <Delta sign={standing.pnl} className="font-semibold text-lg">
          <span className="sr-only">{t('pnl')} </span>
          {signedMoney(standing.pnl)}
        </Delta>
        <Delta sign={standing.onMargin} className="text-sm">
          {t('onMargin', { share: signedPercent(standing.onMargin) })}
        </Delta>
      </div>
      <Liquidation position={position} standing={standing} />
    </div>
  )
}

function Liquidation({ position, standing }: { position: Position; standing: PositionStanding }) {
  const t = useTranslations('trade.positions')
  const { store } = useRoundInHand()
  const { instrument, marginMode, margin } = position
  const isShared = useRound(
    ({ account }) =>
      [...(account?.positions.values() ?? [])].filter((other) => other.marginMode === 'cross').length > 1,
  )
  const { liquidationPrice, distance } = standing
  const { priceIncrement } = instrumentOf(store.round, instrument)
  const isIsolated = marginMode === 'isolated'
  return (
    <p className="text-muted text-sm">
      {liquidationPrice === null || distance === null ? (
        t(isIsolated ? 'noneIsolated' : 'none')
      ) : (
        <>
          <span className="font-medium text-danger">
            {t('liquidation', { price: onIncrement(liquidationPrice, priceIncrement) })}
          </span>{' '}
          {t('away', { distance: percent(distance) })}
          {!isIsolated && isShared && <span className="block">{t('crossOthers')}</span>}
        </>
      )}
      {isIsolated && <span className="block">{t('ownMargin', { amount: wholeMoney(margin) })}</span>}
    </p>
  )
}
