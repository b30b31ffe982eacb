'use client'

import type { InstrumentId } from '@cascade/engine'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslations } from 'use-intl'
import { signedPercent } from '../../format/percent.ts'
import { onIncrement } from '../../format/price.ts'
import { useRound, useRoundInHand } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { Sparkline } from '../chart/sparkline.tsx'
import { Delta } from './delta.tsx'

interface InstrumentTabsProps {
  value: InstrumentId
  onChange: (instrument: InstrumentId) => void
}

/** Which instrument the chart and the ticket are about. */
export function InstrumentTabs({ value, onChange }: InstrumentTabsProps) {
  const t = useTranslations('trade.instruments')
  const { store } = useRoundInHand()
  const { instruments } = store.round.config
  const choose = (id: string) => {
    const chosen = instruments.find((instrument) => instrument.id === id)
    if (chosen) onChange(chosen.id)
  }
  return (
    <RadioGroup
      aria-label={t('label')}
      orientation="horizontal"
      value={value}
      onChange={choose}
      className="flex gap-1 overflow-x-auto px-2 py-1 lg:px-4 lg:py-2"
    >
      {instruments.map(({ id }) => (
        <Radio
          key={id}
          value={id}
          className={classNames(
            'flex min-h-11 min-w-24 shrink-0 cursor-pointer items-center gap-2.5 rounded-lg px-3',
            'transition-colors hover:bg-hover selected:bg-raised lg:min-w-52',
          )}
        >
          <Quote instrument={id} />
        </Radio>
      ))}
    </RadioGroup>
  )
}

function Quote({ instrument }: { instrument: InstrumentId }) {
  const t = useTranslations('trade.instruments')
  const { store } = useRoundInHand()
  const mark = useRound(({ round }) => round.marks.get(instrument))
  const definition = store.round.config.instruments.find(({ id }) => id === instrument)
  if (!mark || !definition) return null
  const change = mark.div(definition.openingPrice).minus(1).toNumber()
  return (
    <>
      <span className="flex min-w-0 flex-1 flex-col items-start leading-tight">
        <span className="font-semibold">{instrument}</span>
        <Delta sign={change} className="text-2xs">
          <span aria-hidden="true">{signedPercent(change)}</span>
          <span className="sr-only">{t('change', { change: signedPercent(change) })}</span>
        </Delta>
      </span>
      <Sparkline
        marks={store.prices.line(instrument).marks}
        className={classNames('hidden lg:block', change < 0 ? 'text-loss' : 'text-gain')}
      />
      <span className="hidden font-medium lg:inline">{onIncrement(mark, definition.priceIncrement)}</span>
    </>
  )
}
