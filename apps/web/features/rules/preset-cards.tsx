'use client'

import { type PresetId, RULE_PRESETS, type RulePreset } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { rate } from '../../format/percent.ts'
import { duration } from '../../format/time.ts'
import { RadioCards } from '../../ui/radio-cards.tsx'

const HOUR_MS = 3_600_000

interface PresetCardsProps {
  value: PresetId
  onChange: (preset: PresetId) => void
}

/** One of the sets of money rules, each with the few figures that set it apart. */
export function PresetCards({ value, onChange }: PresetCardsProps) {
  const t = useTranslations('setup.rules')
  const words = useTranslations('rules.presets')
  return (
    <RadioCards
      label={t('set')}
      className="sm:grid-cols-2"
      cards={RULE_PRESETS.map((preset) => ({
        id: preset.id,
        title: words(`${preset.id}.title`),
        text: words(`${preset.id}.text`),
        details: <Figures preset={preset} />,
      }))}
      value={value}
      onChange={onChange}
    />
  )
}

function Figures({ preset: { rules, funding } }: { preset: RulePreset }) {
  const t = useTranslations('rules.figures')
  const every = funding && { rate: rate(funding.rate), time: duration(funding.everyHours * HOUR_MS) }
  const figures = [
    { id: 'fees', value: rules.takerFeeRate.isZero() ? t('noFee') : rate(rules.takerFeeRate) },
    { id: 'funding', value: every ? t('fundingEvery', every) : t('noFunding') },
    { id: 'cross', value: t(`crosses.${rules.crossPolicy}`) },
    { id: 'losses', value: t(`payers.${rules.lossPolicy}`) },
  ] as const
  return (
    <span className="mt-auto grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 border-line border-t pt-2 text-sm">
      {figures.map(({ id, value }) => (
        <span key={id} className="contents">
          <span className="text-muted">{t(id)}</span>
          <span className="text-end">{value}</span>
        </span>
      ))}
    </span>
  )
}
