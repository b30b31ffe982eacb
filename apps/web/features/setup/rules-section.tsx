'use client'

import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage } from '../../format/number.ts'
import { Card } from '../../ui/card.tsx'
import { RadioCards } from '../../ui/radio-cards.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TankGlyph } from '../../ui/tank-glyph.tsx'
import { PresetCards } from '../rules/preset-cards.tsx'
import type { SectionProps } from './setup-form.tsx'

const POLICIES = ['choice', 'cross-only', 'isolated-only'] as const
const LEVERAGES = ['5', '10', '20', '50', '125'] as const
const CASHES = ['1000', '10000', '100000'] as const
const RANKS = ['live', 'bell'] as const

const PICTURES = {
  choice: (
    <span className="flex w-8 flex-col items-center gap-1 pt-0.5">
      <span className="text-isolated">
        <TankGlyph isJoined={false} size={18} />
      </span>
      <span className="text-cross">
        <TankGlyph isJoined size={18} />
      </span>
    </span>
  ),
  'cross-only': (
    <span className="flex w-8 justify-center pt-1 text-cross">
      <TankGlyph isJoined size={24} />
    </span>
  ),
  'isolated-only': (
    <span className="flex w-8 justify-center pt-1 text-isolated">
      <TankGlyph isJoined={false} size={24} />
    </span>
  ),
}

/** Who pays for what, which margin modes are allowed, how high leverage goes, and the cash at the start. */
export function RulesSection({ choices, choose }: SectionProps) {
  const t = useTranslations('setup.rules')
  return (
    <Card title={t('title')}>
      <PresetCards value={choices.preset} onChange={(preset) => choose({ preset })} />
      <RadioCards
        label={t('modes')}
        className="sm:grid-cols-3"
        cards={POLICIES.map((id) => ({
          id,
          title: t(`policies.${id}.title`),
          text: t(`policies.${id}.text`),
          picture: PICTURES[id],
        }))}
        value={choices.modePolicy}
        onChange={(modePolicy) => choose({ modePolicy })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Segmented
          label={t('leverage')}
          segments={LEVERAGES.map((id) => ({ id, label: leverage(id) }))}
          value={LEVERAGES.find((id) => Number(id) === choices.leverageMax) ?? '20'}
          onChange={(id) => choose({ leverageMax: Number(id) })}
        />
        <Segmented
          label={t('cash')}
          segments={CASHES.map((id) => ({ id, label: wholeMoney(id) }))}
          value={CASHES.find((id) => Number(id) === choices.startingCash) ?? '10000'}
          onChange={(id) => choose({ startingCash: Number(id) })}
        />
        <Segmented
          label={t('ranks')}
          segments={RANKS.map((id) => ({ id, label: t(`ranksShown.${id}`) }))}
          value={choices.ranksVisible}
          onChange={(ranksVisible) => choose({ ranksVisible })}
        />
      </div>
    </Card>
  )
}
