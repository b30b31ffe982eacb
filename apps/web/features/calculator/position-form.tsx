'use client'

import { INSTRUMENTS, type Instrument, type InstrumentId } from '@cascade/engine'
import { Trash2 } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { decimalsOf, onIncrement } from '../../format/price.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import {
  BOUNDS,
  definitionOf,
  entryFor,
  openedWorth,
  type PositionInputs,
  type PositionSide,
  positionIn,
  quantityFor,
  unitsFor,
} from './inputs.ts'
import { usePositionNames } from './use-position-names.ts'

export const SIZINGS = ['notional', 'units'] as const
export type Sizing = (typeof SIZINGS)[number]

const SIDES: readonly PositionSide[] = ['long', 'short']

interface PositionFormProps {
  position: PositionInputs
  sizing: Sizing
  /** Instruments no position is in. */
  free: readonly Instrument[]
  onChange: (change: Partial<PositionInputs>) => void
  /** Null when it is the last one. */
  onRemove: (() => void) | null
}

/** One position's fields. */
export function PositionForm({ position, sizing, free, onChange, onRemove }: PositionFormProps) {
  const t = useTranslations('calculator.form')
  const named = usePositionNames()
  const name = named([position])
  const { instrument, side, entry, leverage } = position
  const { priceIncrement, openingPrice } = definitionOf(instrument)
  const choices = INSTRUMENTS.filter(({ id }) => id === instrument || free.some((other) => other.id === id))
  const choose = (id: InstrumentId) =>
    onChange(positionIn(definitionOf(id), { notional: openedWorth(position), leverage, side }))
  return (
    <li className="flex flex-col gap-3 rounded-xl border border-line p-3 sm:p-4">
      <div className="flex items-end gap-2">
        <Select
          label={t('instrument')}
          choices={choices.map(({ id, name: full }) => ({ id, label: t('choice', { id, name: full }) }))}
          value={instrument}
          onChange={choose}
          className="min-w-0 flex-1"
        />
        {onRemove && (
          <IconButton label={t('remove', { name })} onPress={onRemove}>
            <Trash2 size={18} aria-hidden />
          </IconButton>
        )}
      </div>
      <Segmented
        label={t('side', { instrument })}
        isLabelHidden
        value={side}
        onChange={(chosen) => onChange({ side: chosen })}
        segments={SIDES.map((id) => ({ id, label: t(`sides.${id}`) }))}
      />
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-1">
        <SizeField position={position} sizing={sizing} onChange={onChange} />
        <NumberField
          label={t('entry', { instrument })}
          value={entry}
          onChange={(value) => Number.isFinite(value) && onChange({ entry: entryFor(position, value) })}
          step={priceIncrement.toNumber()}
          minValue={priceIncrement.toNumber()}
          maxValue={openingPrice.times(BOUNDS.entryTimes).toNumber()}
          formatOptions={{ maximumFractionDigits: decimalsOf(priceIncrement) }}
        />
        <NumberField
          label={t('leverage', { instrument })}
          value={leverage}
          onChange={(value) => Number.isFinite(value) && onChange({ leverage: value })}
          step={1}
          minValue={BOUNDS.leverage.min}
          maxValue={BOUNDS.leverage.max}
        />
      </div>
    </li>
  )
}

type SizeFieldProps = Pick<PositionFormProps, 'position' | 'sizing' | 'onChange'>

/** The size, in units of the instrument or in dollars; the other one stands below. */
function SizeField({ position, sizing, onChange }: SizeFieldProps) {
  const t = useTranslations('calculator.form')
  const { instrument, quantity, entry } = position
  const { sizeIncrement, quantityMax } = definitionOf(instrument)
  const worth = openedWorth(position)
  if (sizing === 'units') {
    return (
      <NumberField
        label={t('units', { instrument })}
        help={t('worth', { worth: wholeMoney(worth) })}
        value={quantity}
        onChange={(value) => Number.isFinite(value) && onChange({ quantity: unitsFor(position, value) })}
        step={sizeIncrement.toNumber()}
        minValue={sizeIncrement.toNumber()}
        maxValue={quantityMax.toNumber()}
        formatOptions={{ maximumFractionDigits: decimalsOf(sizeIncrement) }}
      />
    )
  }
  return (
    <NumberField
      label={t('notional', { instrument })}
      help={t('buys', { quantity: onIncrement(quantity, sizeIncrement), instrument })}
      value={worth}
      onChange={(value) => Number.isFinite(value) && onChange({ quantity: quantityFor(position, value) })}
      minValue={0}
      maxValue={quantityMax.times(entry).toNumber()}
      formatOptions={{ maximumFractionDigits: 2 }}
    />
  )
}
