'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { signedWholePercent } from '../../format/percent.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Slider } from '../../ui/slider.tsx'
import { ExampleAccount } from './example-account.tsx'
import { type Letter, workedExample } from './worked-example.ts'

const SCOPES = ['one', 'all'] as const
type Scope = (typeof SCOPES)[number]

const FALL_MAX = 100
const FIRST_FALL = 15

/** One slider, two accounts: the same fall hits the same positions in both margin modes. */
export function ExampleBench() {
  const t = useTranslations('learn.bench')
  const [fall, setFall] = useState(FIRST_FALL)
  const [scope, setScope] = useState<Scope>('one')
  const share = fall / 100
  const others = scope === 'all' ? share : 0
  const falls: Record<Letter, number> = { A: share, B: others, C: others }
  return (
    <section className="flex flex-col gap-5" aria-label={t('label')}>
      <div className="grid gap-4 rounded-2xl bg-raised p-4 sm:p-6 md:grid-cols-[15rem_1fr] md:gap-8">
        <Segmented
          label={t('scope')}
          value={scope}
          onChange={setScope}
          segments={SCOPES.map((id) => ({ id, label: t(`scopes.${id}`) }))}
        />
        <Slider
          label={t('fall')}
          text={signedWholePercent(-share)}
          min={0}
          max={FALL_MAX}
          value={fall}
          onChange={setFall}
        />
      </div>
      <div className="grid gap-4 md:grid-cols-2 md:gap-6">
        <ExampleAccount marginMode="isolated" example={workedExample('isolated', falls)} falls={falls} />
        <ExampleAccount marginMode="cross" example={workedExample('cross', falls)} falls={falls} />
      </div>
    </section>
  )
}
