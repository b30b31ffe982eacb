'use client'

import { instrumentOf, markOf } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { decimalsOf } from '../../format/price.ts'
import { useRoundInHand } from '../../live/index.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Draft, TicketType } from './draft.ts'
import { LeverageRow } from './leverage-row.tsx'
import { ModeRow } from './mode-row.tsx'
import { PlaceOrder } from './place-order.tsx'
import { SizeRow } from './size-row.tsx'

interface TicketProps {
  draft: Draft
  onChange: (change: Partial<Draft>) => void
}

const TYPES: readonly TicketType[] = ['market', 'limit', 'stop']

/** The order form: direction, size, leverage and mode, then what they mean, then the button. */
export function Ticket({ draft, onChange }: TicketProps) {
  const t = useTranslations('trade')
  const { store } = useRoundInHand()
  const chooseType = (type: TicketType) => {
    const price = type === 'market' ? null : (draft.price ?? markOf(store.round, draft.instrument).toNumber())
    onChange({ type, price })
  }
  return (
    <form
      aria-label={t('ticket.title')}
      onSubmit={(event) => event.preventDefault()}
      className="flex flex-col gap-3"
    >
      <Segmented
        label={t('ticket.side')}
        isLabelHidden
        value={draft.side}
        onChange={(side) => onChange({ side })}
        segments={[
          { id: 'buy', label: t('long'), chosen: 'bg-gain! text-ink! font-semibold' },
          { id: 'sell', label: t('short'), chosen: 'bg-loss! text-ink! font-semibold' },
        ]}
      />
      <SizeRow draft={draft} onChange={(size) => onChange({ size })} />
      <LeverageRow draft={draft} onChange={(leverage) => onChange({ leverage })} />
      <ModeRow instrument={draft.instrument} />
      <Segmented
        label={t('ticket.type')}
        value={draft.type}
        onChange={chooseType}
        segments={TYPES.map((type) => ({ id: type, label: t(`ticket.types.${type}`) }))}
      />
      {draft.type !== 'market' && <PriceField draft={draft} onChange={onChange} />}
      <div className="sticky bottom-0 z-20 -mx-4 border-line border-t bg-surface px-4 py-2.5 lg:static lg:mx-0 lg:bg-transparent lg:px-0 lg:pb-0">
        <PlaceOrder draft={draft} onPlaced={() => onChange({ leverage: null })} />
      </div>
    </form>
  )
}

function PriceField({ draft, onChange }: TicketProps) {
  const t = useTranslations('trade.ticket')
  const { store } = useRoundInHand()
  const increment = instrumentOf(store.round, draft.instrument).priceIncrement.toNumber()
  return (
    <NumberField
      label={t('price')}
      help={t(`typeHelp.${draft.type}`)}
      value={draft.price ?? Number.NaN}
      onChange={(price) => onChange({ price: Number.isNaN(price) ? null : price })}
      minValue={0}
      step={increment}
      formatOptions={{ maximumFractionDigits: decimalsOf(increment) }}
    />
  )
}
