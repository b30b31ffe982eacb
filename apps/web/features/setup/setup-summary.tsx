'use client'

import { INSTRUMENTS } from '@cascade/engine'
import { ticksPlayed } from '@cascade/protocol'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage, number } from '../../format/number.ts'
import { duration } from '../../format/time.ts'
import { useScenarioWords } from '../shell/scenario-words.ts'
import { type Choices, opponentsOf } from './choices.ts'
import type { OwnMarket } from './use-own-prices.ts'

const MINUTE_MS = 60_000

/** The whole set-up at a glance. */
export function SetupSummary({ choices, own }: { choices: Choices; own?: OwnMarket }) {
  const t = useTranslations('setup.summary')
  const words = useTranslations('rules.presets')
  const impactWords = useTranslations('setup.impact.levels')
  const lines = [
    ...useMarketLines(choices, own),
    { id: 'impact', value: impactWords(`${choices.impact}.title`) },
    { id: 'rules', value: words(`${choices.preset}.title`) },
    { id: 'modes', value: t(`policies.${choices.modePolicy}`) },
    { id: 'leverage', value: t('upTo', { leverage: leverage(choices.leverageMax) }) },
    { id: 'cash', value: wholeMoney(choices.startingCash) },
    { id: 'opponents', value: number(opponentsOf(choices)) },
  ] as const
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
      {lines.map(({ id, value }) => (
        <div key={id} className="contents">
          <dt className="text-muted">{t(`labels.${id}`)}</dt>
          <dd className="text-end font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** What is traded: the chosen scenario, or as much of the host's own prices as is known. */
function useMarketLines(choices: Choices, own: OwnMarket | undefined) {
  const t = useTranslations('setup.summary')
  const scenarioWords = useScenarioWords()
  if (!own?.isChosen) {
    const instruments = INSTRUMENTS.filter(({ id }) => choices.instruments.includes(id))
    return [
      { id: 'market', value: scenarioWords(choices.scenario).title },
      { id: 'instruments', value: instruments.map(({ id }) => id).join(', ') },
      { id: 'length', value: duration(choices.minutes * MINUTE_MS) },
      { id: 'volatility', value: t('times', { factor: number(choices.volatility) }) },
    ] as const
  }
  const market = { id: 'market', value: t('ownPrices') } as const
  if (own.picked.kind !== 'good') return [market]
  const { lines, ticks } = own.picked.prices
  return [
    market,
    { id: 'instruments', value: lines.map(({ instrument }) => instrument).join(', ') },
    { id: 'length', value: duration(ticksPlayed(ticks, own.tickMs) * own.tickMs) },
  ] as const
}
