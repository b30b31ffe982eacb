'use client'

import type { MarginMode } from '@cascade/engine'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { leverage as leverageText } from '../../format/number.ts'
import { percent } from '../../format/percent.ts'
import { Card } from '../../ui/card.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Slider } from '../../ui/slider.tsx'
import { TankGlyph } from '../../ui/tank-glyph.tsx'
import { whatIf } from '../learn/what-if.ts'
import { SampleChart } from './sample-chart.tsx'
import { firstBelow } from './sample-market.ts'

const MODES: readonly MarginMode[] = ['isolated', 'cross']
const CHOSEN = { isolated: 'text-isolated!', cross: 'text-cross!' }
const LEVERAGE_MAX = 25

/**
 * Something to try while the others arrive: leverage, margin mode, and what they do to the line and to the
 * loss.
 */
export function MarginToy() {
  const t = useTranslations('lobby.toy')
  const [marginMode, setMarginMode] = useState<MarginMode>('isolated')
  const [leverage, setLeverage] = useState(5)
  const { line, atRisk } = useMemo(() => whatIf({ marginMode, leverage }), [marginMode, leverage])
  const isGone = firstBelow(line) !== null
  return (
    <Card title={t('title')}>
      <p className="text-muted">{t('text')}</p>
      <SampleChart
        line={line}
        label={t(isGone ? 'chartGone' : 'chartAlive')}
        lineLabel={line === null ? '' : t('line', { distance: percent(1 - line) })}
      />
      <Segmented
        label={t('mode')}
        value={marginMode}
        onChange={setMarginMode}
        segments={MODES.map((id) => ({
          id,
          chosen: CHOSEN[id],
          label: (
            <span className="inline-flex items-center gap-2">
              <TankGlyph isJoined={id === 'cross'} />
              {t(`modes.${id}`)}
            </span>
          ),
        }))}
      />
      <Slider
        label={t('leverage')}
        text={leverageText(leverage)}
        min={1}
        max={LEVERAGE_MAX}
        value={leverage}
        onChange={setLeverage}
      />
      <dl className="grid grid-cols-2 gap-4">
        <div>
          <dt className="text-muted text-sm">{t('distance')}</dt>
          <dd className="font-semibold text-2xl tracking-tight">
            {line === null ? t('noLine') : percent(line - 1)}
          </dd>
        </div>
        <div>
          <dt className="text-muted text-sm">{t('loss')}</dt>
          <dd className="font-semibold text-2xl tracking-tight">{wholeMoney(atRisk)}</dd>
        </div>
      </dl>
      <p aria-live="polite" className={isGone ? 'text-danger' : 'text-muted'}>
        {t(`outcome.${marginMode}.${isGone ? 'gone' : 'alive'}`)}
      </p>
    </Card>
  )
}
