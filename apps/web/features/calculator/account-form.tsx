'use client'

import { Plus, RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import {
  BOUNDS,
  freeInstruments,
  type Inputs,
  openedWorth,
  type PositionInputs,
  positionIn,
} from './inputs.ts'
import { PositionForm, SIZINGS, type Sizing } from './position-form.tsx'

/** Where the fields stand on the page, for a link. */
export const FORM_ID = 'positions'

interface AccountFormProps {
  inputs: Inputs
  onChange: (change: Partial<Inputs>) => void
  onChangePosition: (index: number, change: Partial<PositionInputs>) => void
  /** Goes back to the worked example. */
  onReset: () => void
}

/** What the account holds and what is opened in it. */
export function AccountForm({ inputs, onChange, onChangePosition, onReset }: AccountFormProps) {
  const t = useTranslations('calculator.form')
  const [sizing, setSizing] = useState<Sizing>('notional')
  const { cash, closingFee, positions } = inputs
  const free = freeInstruments(inputs)
  const add = () => {
    const [instrument] = free
    const last = positions.at(-1)
    if (!instrument || !last) return
    const like = { notional: openedWorth(last), leverage: last.leverage, side: last.side }
    onChange({ positions: [...positions, positionIn(instrument, like)] })
  }
  const remove = (index: number) => onChange({ positions: positions.filter((_, at) => at !== index) })
  return (
    <div id={FORM_ID} className="scroll-mt-4">
      <Card
        title={t('title')}
        aside={
          <Button variant="bare" onPress={onReset} className="-me-4">
            <RotateCcw size={16} aria-hidden />
            {t('reset')}
          </Button>
        }
      >
        <div className="grid gap-4 sm:grid-cols-3 lg:grid-cols-1">
          <NumberField
            label={t('cash')}
            value={cash}
            onChange={(value) => Number.isFinite(value) && onChange({ cash: value })}
            minValue={BOUNDS.cash.min}
            maxValue={BOUNDS.cash.max}
            formatOptions={{ maximumFractionDigits: 2 }}
          />
          <NumberField
            label={t('closingFee')}
            help={t('closingFeeHelp')}
            value={closingFee}
            onChange={(value) => Number.isFinite(value) && onChange({ closingFee: value })}
            minValue={BOUNDS.closingFee.min}
            maxValue={BOUNDS.closingFee.max}
            step={0.01}
            formatOptions={{ maximumFractionDigits: 2 }}
          />
          <Segmented
            label={t('sizing')}
            value={sizing}
            onChange={setSizing}
            segments={SIZINGS.map((id) => ({ id, label: t(`sizings.${id}`) }))}
          />
        </div>
        <ul className="grid gap-4 md:grid-cols-2 lg:grid-cols-1">
          {positions.map((position, index) => (
            <PositionForm
              // A place keeps its fields, and the focus in them, when another instrument is chosen.
              key={index}
              position={position}
              sizing={sizing}
              free={free}
              onChange={(change) => onChangePosition(index, change)}
              onRemove={positions.length > BOUNDS.positions.min ? () => remove(index) : null}
            />
          ))}
        </ul>
        <Button onPress={add} isDisabled={positions.length >= BOUNDS.positions.max} className="self-start">
          <Plus size={18} aria-hidden />
          {t('add')}
        </Button>
      </Card>
    </div>
  )
}
