'use client'

import {
  checkOrder,
  instrumentOf,
  markOf,
  minus,
  type OrderRequest,
  type Position,
  price,
  priceOnIncrement,
  quantityOf,
  worth,
} from '@cascade/engine'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { signedMoney } from '../../format/money.ts'
import { decimalsOf, onIncrement } from '../../format/price.ts'
import { type RoundStore, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { useAct } from '../trade/use-act.ts'

interface ExitsDialogProps {
  position: Position
  onClose: () => void
}

type ExitType = 'stop' | 'take-profit'

/** Sets a stop, a target, or both, for the whole position. */
export function ExitsDialog({ position, onClose }: ExitsDialogProps) {
  const t = useTranslations('trade.exits')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const [stop, setStop] = useState<number | null>(null)
  const [target, setTarget] = useState<number | null>(null)
  const orders = [
    exitOrder(store, position, { type: 'stop', at: stop }),
    exitOrder(store, position, { type: 'take-profit', at: target }),
  ]
  const wanted = orders.filter((order) => order !== null)
  const isRefused = wanted.some((order) => refusalOf(store, order) !== null)
  const set = async () => {
    if (await act(wanted.map((order) => ({ type: 'order.place', order }) as const))) onClose()
  }
  return (
    <Dialog title={t('title', { instrument: position.instrument })} isOpen onClose={onClose}>
      <p className="text-muted text-sm">{t('text')}</p>
      <ExitField type="stop" position={position} value={stop} onChange={setStop} />
      <ExitField type="take-profit" position={position} value={target} onChange={setTarget} />
      <Button
        size="lg"
        variant="primary"
        onPress={set}
        isPending={isActing}
        isDisabled={wanted.length === 0 || isRefused}
      >
        {t('set')}
      </Button>
    </Dialog>
  )
}

interface ExitFieldProps {
  type: ExitType
  position: Position
  value: number | null
  onChange: (value: number | null) => void
}

function ExitField({ type, position, value, onChange }: ExitFieldProps) {
  const t = useTranslations('trade.exits')
  const { store } = useRoundInHand()
  const { priceIncrement } = instrumentOf(store.round, position.instrument)
  const order = exitOrder(store, position, { type, at: value })
  const isStop = type === 'stop'
  const side = position.size.isPositive() ? 'long' : 'short'
  const mark = onIncrement(markOf(store.round, position.instrument), priceIncrement)
  const refused = order !== null && refusalOf(store, order) !== null
  return (
    <NumberField
      label={t(isStop ? 'stop' : 'target')}
      value={value ?? Number.NaN}
      onChange={(typed) => onChange(Number.isNaN(typed) ? null : typed)}
      minValue={0}
      step={priceIncrement.toNumber()}
      formatOptions={{ maximumFractionDigits: decimalsOf(priceIncrement) }}
      error={refused ? t(isStop ? 'wrongStop' : 'wrongTarget', { side, mark }) : undefined}
      {...(order
        ? {
            help: t(isStop ? 'stopLoss' : 'targetGain', {
              price: onIncrement(value ?? 0, priceIncrement),
              pnl: signedMoney(resultAt(position, value ?? 0)),
            }),
          }
        : {})}
    />
  )
}

interface Exit {
  readonly type: ExitType
  readonly at: number | null
}

function exitOrder(
  { round }: RoundStore,
  { instrument, size }: Position,
  { type, at }: Exit,
): OrderRequest | null {
  if (at === null || at <= 0) return null
  return {
    instrument,
    side: size.isPositive() ? 'sell' : 'buy',
    type,
    quantity: quantityOf(size),
    limitPrice: null,
    triggerPrice: priceOnIncrement(at, instrumentOf(round, instrument).priceIncrement),
    reduceOnly: true,
  }
}

const refusalOf = ({ round, seat }: RoundStore, order: OrderRequest) =>
  seat ? checkOrder(round, seat, order) : null

/** Profit or loss if the position were closed at a price, before fees, simulated dollars. */
const resultAt = ({ size, entryCost }: Position, at: number): number =>
  minus(worth(size, price(at)), entryCost).toNumber()
