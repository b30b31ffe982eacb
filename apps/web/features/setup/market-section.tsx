'use client'

import { INSTRUMENTS } from '@cascade/engine'
import { OPTION_BOUNDS } from '@cascade/protocol'
import { useTranslations } from 'use-intl'
import { number } from '../../format/number.ts'
import { duration } from '../../format/time.ts'
import { Card } from '../../ui/card.tsx'
import { CheckChips } from '../../ui/check-chips.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Slider } from '../../ui/slider.tsx'
import { scenarioChoice } from './choices.ts'
import { ImpactCards } from './impact-cards.tsx'
import { OwnPricesPicker } from './own-prices-picker.tsx'
import { ScenarioPicker } from './scenario-picker.tsx'
import type { SectionProps } from './setup-form.tsx'
import type { OwnMarket } from './use-own-prices.ts'

const MINUTE_MS = 60_000
const LENGTHS = ['3', '5', '10', '20'] as const
const SPEEDS = ['1000', '500', '250'] as const
const OWN_SPEEDS = ['5000', '2000', '1000', '500'] as const
const SOURCES = ['scenario', 'own'] as const

const nearest = <T extends string>(stops: readonly T[], value: number, fallback: T): T =>
  stops.find((stop) => Number(stop) === value) ?? fallback

/** What is traded, in which weather, for how long; or the prices that a host brings along. */
export function MarketSection({ choices, choose, own }: SectionProps & { own?: OwnMarket }) {
  const t = useTranslations('setup.market')
  return (
    <Card title={t('title')}>
      {own && (
        <Segmented
          label={t('source')}
          segments={SOURCES.map((id) => ({ id, label: t(`sources.${id}`) }))}
          value={own.isChosen ? 'own' : 'scenario'}
          onChange={(id) => own.choose(id === 'own')}
        />
      )}
      {own?.isChosen ? <OwnPrices own={own} /> : <Scenario choices={choices} choose={choose} />}
      <ImpactCards choices={choices} choose={choose} />
    </Card>
  )
}

function OwnPrices({ own }: { own: OwnMarket }) {
  const t = useTranslations('setup.market')
  return (
    <>
      <OwnPricesPicker own={own} />
      <Segmented
        label={t('own.speed')}
        segments={OWN_SPEEDS.map((id) => ({ id, label: duration(Number(id)) }))}
        value={nearest(OWN_SPEEDS, own.tickMs, '500')}
        onChange={(id) => own.setTickMs(Number(id))}
      />
    </>
  )
}

function Scenario({ choices, choose }: SectionProps) {
  const t = useTranslations('setup.market')
  const { min, max } = OPTION_BOUNDS.volatility
  return (
    <>
      <ScenarioPicker
        value={choices.scenario}
        onChange={(scenario) => choose(scenarioChoice(choices, scenario))}
      />
      <CheckChips
        label={t('instruments')}
        help={t('instrumentsHelp')}
        choices={INSTRUMENTS.map(({ id, name }) => ({ id, label: name }))}
        value={INSTRUMENTS.map(({ id }) => id).filter((id) => choices.instruments.includes(id))}
        onChange={(instruments) => instruments.length > 0 && choose({ instruments })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Segmented
          label={t('length')}
          segments={LENGTHS.map((id) => ({ id, label: duration(Number(id) * MINUTE_MS) }))}
          value={nearest(LENGTHS, choices.minutes, '5')}
          onChange={(id) => choose({ minutes: Number(id) })}
        />
        <Segmented
          label={t('speed')}
          segments={SPEEDS.map((id) => ({ id, label: t(`speeds.${id}`) }))}
          value={nearest(SPEEDS, choices.tickMs, '500')}
          onChange={(id) => choose({ tickMs: Number(id) })}
        />
      </div>
      <Slider
        label={t('volatility')}
        text={t('times', { factor: number(choices.volatility) })}
        min={min}
        max={max}
        step={0.25}
        value={choices.volatility}
        onChange={(volatility) => choose({ volatility })}
      />
    </>
  )
}
