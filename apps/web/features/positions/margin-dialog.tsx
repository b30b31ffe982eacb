'use client'

import {
  Decimal,
  freeMargin,
  instrumentOf,
  liquidationPriceOf,
  type Money,
  money,
  type Position,
  type Round,
  removableMargin,
  type SeatId,
} from '@cascade/engine'
import type { Intent } from '@cascade/protocol'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { type RoundStore, sameFields, useRound, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { rehearse } from '../trade/rehearsal.ts'
import { useAct } from '../trade/use-act.ts'
import { useRejectionWords } from '../trade/use-words.ts'

interface MarginDialogProps {
  position: Position
  onClose: () => void
}

type Direction = 'add' | 'remove'

/** Moves money between cash and an isolated margin, showing where the liquidation price would go. */
export function MarginDialog({ position, onClose }: MarginDialogProps) {
  const t = useTranslations('trade.margin')
  const { store } = useRoundInHand()
  const { act, isActing } = useAct()
  const why = useRejectionWords()
  const [direction, setDirection] = useState<Direction>('add')
  const [dollars, setDollars] = useState(100)
  const { instrument } = position
  const amount = money(direction === 'add' ? dollars : -dollars)
  const outlook = useRound((round) => marginOutlook(round, { instrument, amount }), sameFields)
  const bound = useRound((round) => boundOf(round, position, direction))
  const { priceIncrement } = instrumentOf(store.round, instrument)
  const written = (price: number | null) => (price === null ? '–' : onIncrement(price, priceIncrement))
  const move = async () => {
    if (await act([transfer(instrument, amount)])) onClose()
  }
  return (
    <Dialog title={t('title', { instrument })} isOpen onClose={onClose}>
      <Segmented
        label={t('direction')}
        isLabelHidden
        value={direction}
        onChange={setDirection}
        segments={[
          { id: 'add', label: t('add') },
          { id: 'remove', label: t('remove') },
        ]}
      />
      <NumberField
        label={t('amount')}
        help={t(direction === 'add' ? 'addable' : 'removable', { amount: wholeMoney(bound) })}
        error={outlook.rejection ? why(outlook.rejection) : undefined}
        value={dollars}
        onChange={(value) => setDollars(Number.isNaN(value) ? 0 : value)}
        minValue={0}
        step={10}
        formatOptions={{ maximumFractionDigits: 2 }}
      />
      <dl className="grid grid-cols-[1fr_auto] gap-x-3 gap-y-1">
        <dt className="text-muted">{t('now')}</dt>
        <dd className="text-end">{written(outlook.before)}</dd>
        <dt className="text-muted">{t('then')}</dt>
        <dd className="text-end font-semibold">{written(outlook.after)}</dd>
        <dt className="text-muted">{t('behind')}</dt>
        <dd className="text-end font-semibold">{wholeMoney(outlook.margin)}</dd>
      </dl>
      <Button
        size="lg"
        variant="primary"
        onPress={move}
        isPending={isActing}
        isDisabled={outlook.rejection !== null || dollars <= 0}
      >
        {t('do')}
      </Button>
    </Dialog>
  )
}

const transfer = (instrument: Position['instrument'], amount: Money): Intent => ({
  type: 'margin.transfer',
  instrument,
  amount,
})

interface Asked {
  readonly instrument: Position['instrument']
  readonly amount: Money
}

function marginOutlook(store: RoundStore, { instrument, amount }: Asked) {
  const { seat, round } = store
  if (!seat || amount.isZero()) return { rejection: null, ...priceAndMargin(round, seat, instrument) }
  const { round: then, rejection } = rehearse(round, seat, [transfer(instrument, amount)])
  const now = priceAndMargin(round, seat, instrument)
  return { rejection, ...priceAndMargin(then, seat, instrument), before: now.before }
}

function priceAndMargin(round: Round, seat: SeatId | null, instrument: Position['instrument']) {
  const account = seat ? round.accounts.get(seat) : undefined
  const price = account ? (liquidationPriceOf(round, account, instrument)?.toNumber() ?? null) : null
  return { before: price, after: price, margin: account?.positions.get(instrument)?.margin.toNumber() ?? 0 }
}

/** The most that can be moved, whole dollars. */
function boundOf({ round, account }: RoundStore, position: Position, direction: Direction): number {
  const held = account?.positions.get(position.instrument)
  if (!account || !held) return 0
  const most = direction === 'add' ? freeMargin(round, account) : removableMargin(round, account, held)
  return Decimal.max(0, most).floor().toNumber()
}
