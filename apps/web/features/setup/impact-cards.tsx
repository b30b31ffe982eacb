'use client'

import { IMPACT_LEVELS } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { RadioCards } from '../../ui/radio-cards.tsx'
import type { SectionProps } from './setup-form.tsx'

/** How strongly trades move prices: not at all, or one of the strengths, the gentlest first. */
export function ImpactCards({ choices, choose }: SectionProps) {
  const t = useTranslations('setup.impact')
  const ids = ['off', ...IMPACT_LEVELS.map(({ id }) => id)] as const
  return (
    <div className="flex flex-col gap-1.5">
      <RadioCards
        label={t('label')}
        className="sm:grid-cols-2"
        cards={ids.map((id) => ({ id, title: t(`levels.${id}.title`), text: t(`levels.${id}.text`) }))}
        value={choices.impact}
        onChange={(impact) => choose({ impact })}
      />
      <p className="text-muted text-sm">{t('help')}</p>
    </div>
  )
}
