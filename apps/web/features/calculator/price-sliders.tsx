'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { signedWholePercent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Slider } from '../../ui/slider.tsx'
import { BOUNDS, definitionOf, markFor, type PositionInputs } from './inputs.ts'

interface PriceSlidersProps {
  positions: readonly PositionInputs[]
  onMove: (index: number, move: number) => void
  onReset: () => void
}

/** One slider for each instrument's price, and the way back to the entries. */
export function PriceSliders({ positions, onMove, onReset }: PriceSlidersProps) {
  const t = useTranslations('calculator.prices')
  const isMoved = positions.some(({ move }) => move !== 0)
  return (
    <Card
      title={t('title')}
      aside={
        <Button variant="bare" onPress={onReset} isDisabled={!isMoved} className="-me-4">
          <RotateCcw size={16} aria-hidden />
          {t('reset')}
        </Button>
      }
    >
      <div className="grid gap-x-8 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
        {positions.map((position, index) => (
          <Slider
            key={position.instrument}
            label={t('price', { instrument: position.instrument })}
            text={t('mark', {
              price: onIncrement(markFor(position), definitionOf(position.instrument).priceIncrement),
              move: signedWholePercent(position.move / 100),
            })}
            min={BOUNDS.move.min}
            max={BOUNDS.move.max}
            value={position.move}
            onChange={(move) => onMove(index, move)}
          />
        ))}
      </div>
    </Card>
  )
}
