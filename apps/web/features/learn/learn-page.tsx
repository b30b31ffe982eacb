'use client'

import { useTranslations } from 'use-intl'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { ExampleBench } from './example-bench.tsx'

const POINTS = ['same', 'isolated', 'cross'] as const
const WORDS = ['margin', 'leverage', 'line', 'wipe', 'cascade', 'funding', 'fund', 'deleveraging'] as const

/** The worked example in both margin modes, to be tried by hand, and the few words that the game uses. */
export function LearnPage() {
  const t = useTranslations('learn')
  return (
    <div className="flex flex-col gap-8">
      <header className="flex max-w-2xl flex-col gap-3">
        <h1 className="font-semibold text-title">{t('title')}</h1>
        <p className="text-muted sm:text-lg">{t('lead')}</p>
      </header>
      <ExampleBench />
      <div className="grid items-start gap-4 lg:grid-cols-2 lg:gap-6">
        <Card title={t('points.title')}>
          <ul className="flex flex-col gap-3">
            {POINTS.map((id) => (
              <li key={id} className="flex flex-col gap-0.5">
                <span className="font-medium">{t(`points.${id}.claim`)}</span>
                <span className="text-muted">{t(`points.${id}.reason`)}</span>
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap gap-2">
            <LinkButton href="/solo" variant="primary">
              {t('practice')}
            </LinkButton>
            <LinkButton href="/calculator">{t('calculator')}</LinkButton>
          </div>
        </Card>
        <Card title={t('words.title')}>
          <dl className="flex flex-col gap-3">
            {WORDS.map((id) => (
              <div key={id} className="flex flex-col gap-0.5">
                <dt className="font-medium">{t(`words.${id}.word`)}</dt>
                <dd className="text-muted">{t(`words.${id}.text`)}</dd>
              </div>
            ))}
          </dl>
        </Card>
      </div>
    </div>
  )
}
