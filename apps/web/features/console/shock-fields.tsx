'use client'

import { useTranslations } from 'use-intl'
import { signedWholePercent } from '../../format/percent.ts'
import { duration } from '../../format/time.ts'
import { useRoundInHand } from '../../live/index.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { Select } from '../../ui/select.tsx'
import {
  GIVE_BACKS,
  lengthMs,
  MINUTES,
  moveText,
  type ShockDraft,
  SIZES,
  WHOLE_MARKET,
} from './shock-draft.ts'

interface ShockFieldsProps {
  draft: ShockDraft
  onChange: (part: Partial<ShockDraft>) => void
}

/** Where a shock goes, how far, how fast, and how much of it comes back; below, all of it in one sentence. */
export function ShockFields({ draft, onChange }: ShockFieldsProps) {
  const t = useTranslations('console.fields')
  const { store } = useRoundInHand()
  const { instruments, clock } = store.round.config
  const { target, direction, size, minutes, givenBack } = draft
  return (
    <div className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3">
        <Select
          label={t('target')}
          value={target}
          onChange={(id) => onChange({ target: id })}
          choices={[
            { id: WHOLE_MARKET, label: t('market') },
            ...instruments.map(({ id }) => ({ id, label: id })),
          ]}
        />
        <Segmented
          label={t('direction')}
          value={direction}
          onChange={(id) => onChange({ direction: id })}
          segments={[
            { id: 'down', label: t('down'), chosen: 'bg-loss! text-ink! font-semibold' },
            { id: 'up', label: t('up'), chosen: 'bg-gain! text-ink! font-semibold' },
          ]}
        />
      </div>
      <Segmented
        label={t('size')}
        value={size}
        onChange={(id) => onChange({ size: id })}
        segments={SIZES.map((id) => ({
          id,
          label: signedWholePercent(Number(moveText({ direction, size: id }))),
        }))}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Segmented
          label={t('minutes')}
          value={minutes}
          onChange={(id) => onChange({ minutes: id })}
          segments={MINUTES.map((id) => ({ id, label: id }))}
        />
        <Segmented
          label={t('givenBack')}
          value={givenBack}
          onChange={(id) => onChange({ givenBack: id })}
          segments={GIVE_BACKS.map((id) => ({ id, label: t(`back.${id}`) }))}
        />
      </div>
      <p aria-live="polite" className="text-muted text-sm">
        {t('summary', {
          target,
          move: signedWholePercent(Number(moveText(draft))),
          time: duration(lengthMs(Number(minutes), clock)),
          back: givenBack,
        })}{' '}
        {target === WHOLE_MARKET && t('smallCoins')}
      </p>
    </div>
  )
}
