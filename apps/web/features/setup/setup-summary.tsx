'use client'

import { INSTRUMENTS } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage, number } from '../../format/number.ts'
import { duration } from '../../format/time.ts'
import { useScenarioWords } from '../shell/scenario-words.ts'
import { type Choices, opponentsOf } from './choices.ts'

const MINUTE_MS = 60_000

/** The whole set-up at a glance. */
export function SetupSummary({ choices }: { choices: Choices }) {
  const t = useTranslations('setup.summary')
  const words = useTranslations('rules.presets')
  const scenarioWords = useScenarioWords()
  const instruments = INSTRUMENTS.filter(({ id }) => choices.instruments.includes(id))
  const lines = [
    { id: 'market', value: scenarioWords(choices.scenario).title },
    { id: 'instruments', value: instruments.map(({ id }) => id).join(', ') },
    { id: 'length', value: duration(choices.minutes * MINUTE_MS) },
    { id: 'volatility', value: t('times', { factor: number(choices.volatility) }) },
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
