'use client'

import { closeOrder, instrumentOf, type Position, rate } from '@cascade/engine'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { leverage } from '../../format/number.ts'
import { wholePercent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { classNames } from '../../ui/class-names.ts'
import { useAct } from '../trade/use-act.ts'
import { ExitsDialog } from './exits-dialog.tsx'
import { MarginDialog } from './margin-dialog.tsx'
import { PositionFigures } from './position-figures.tsx'
import { entryOf } from './standing.ts'

const SHARES = [0.25, 0.5, 1] as const
const SMALL = 'min-h-10! px-2! text-sm!'

/** One position: what it is, how it stands, and everything that can be done with it. */
export function PositionCard({ position }: { position: Position }) {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const [open, setOpen] = useState<'margin' | 'exits' | null>(null)
  const { instrument, size, marginMode } = position
  const definition = instrumentOf(store.round, instrument)
  const long = size.isPositive()
  const set = useRound(({ account }) => account?.settings.get(instrument)?.leverage.toNumber() ?? 1)
  const close = (share: number) =>
    act([{ type: 'order.place', order: closeOrder(position, definition, rate(share)) }])
  return (
    <section
      aria-label={t('positions.label', { instrument, side: t(long ? 'side.long' : 'side.short') })}
      className="flex h-full flex-col gap-3 rounded-xl bg-raised p-3"
    >
      <header className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className={classNames('font-semibold', long ? 'text-gain' : 'text-loss')}>
          <span aria-hidden="true">{long ? '▲' : '▼'}</span> {t(long ? 'long' : 'short')}
        </span>
        <span className="font-semibold">{instrument}</span>
        <span className="text-muted text-sm">{leverage(set)}</span>
        <Badge tone={marginMode}>{t(marginMode)}</Badge>
        <span className="ms-auto text-muted text-sm">
          {t('positions.held', {
            quantity: onIncrement(size.abs(), definition.sizeIncrement),
            price: onIncrement(entryOf(position), definition.priceIncrement),
          })}
        </span>
      </header>
      <PositionFigures position={position} />
      <div className="mt-auto flex flex-col gap-1.5">
        <div className="grid grid-cols-3 gap-1.5">
          {SHARES.map((share) => (
            <Button key={share} className={SMALL} onPress={() => close(share)} isDisabled={isActing}>
              {t('positions.close', { share: wholePercent(share) })}
            </Button>
          ))}
        </div>
        <div className="flex flex-wrap gap-1.5">
          <Button variant="bare" className={classNames(SMALL, 'flex-1')} onPress={() => setOpen('exits')}>
            {t('positions.exits')}
          </Button>
          {marginMode === 'isolated' && (
            <Button variant="bare" className={classNames(SMALL, 'flex-1')} onPress={() => setOpen('margin')}>
              {t('positions.margin')}
            </Button>
          )}
        </div>
      </div>
      {open === 'margin' && <MarginDialog position={position} onClose={() => setOpen(null)} />}
      {open === 'exits' && <ExitsDialog position={position} onClose={() => setOpen(null)} />}
    </section>
  )
}
