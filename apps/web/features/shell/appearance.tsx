'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Segmented } from '../../ui/segmented.tsx'
import {
  chooseProfitColors,
  chooseTheme,
  PROFIT_COLORS,
  type ProfitColors,
  storedProfitColors,
  storedTheme,
  THEMES,
  type Theme,
} from '../../ui/theme.ts'

/** The reader's theme and the colours of gains and losses. */
export function Appearance() {
  const t = useTranslations('common.appearance')
  const [theme, setTheme] = useState<Theme>('dark')
  const [colors, setColors] = useState<ProfitColors>('green-red')
  useEffect(() => {
    setTheme(storedTheme())
    setColors(storedProfitColors())
  }, [])
  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t('theme')}
        value={theme}
        segments={THEMES.map((id) => ({ id, label: t(`themes.${id}`) }))}
        onChange={(chosen) => {
          setTheme(chosen)
          chooseTheme(chosen)
        }}
      />
      <Segmented
        label={t('profit')}
        value={colors}
        segments={PROFIT_COLORS.map((id) => ({ id, label: t(`profits.${id}`) }))}
        onChange={(chosen) => {
          setColors(chosen)
          chooseProfitColors(chosen)
        }}
      />
      <p className="flex gap-4 text-sm font-semibold" aria-hidden="true">
        <span className="text-gain">{t('sampleGain')}</span>
        <span className="text-loss">{t('sampleLoss')}</span>
      </p>
    </div>
  )
}
