'use client'

import { freeMargin, type InstrumentId, instrumentOf } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { wholePercent } from '../../format/percent.ts'
import { decimalsOf } from '../../format/price.ts'
import { type RoundStore, useRound, useRoundInHand } from '../../live/index.ts'
import { FIELD_LABEL } from '../../ui/field-style.ts'
import { NumberField } from '../../ui/number-field.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { type Draft, type DraftSize, SHARES } from './draft.ts'
import { outlookOf } from './outlook.ts'

interface SizeRowProps {
  draft: Draft
  onChange: (size: DraftSize) => void
}

const OTHER = 'other'

/** How large: a share of free margin by one press, or units typed in. */
export function SizeRow({ draft, onChange }: SizeRowProps) {
  const t = useTranslations('trade.ticket')
  const chosen = draft.size.kind === 'share' ? String(draft.size.share) : OTHER
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-2">
        <span className={FIELD_LABEL}>{t('size')}</span>
        <Free />
      </div>
      <Segmented
        label={t('sizeOf')}
        isLabelHidden
        value={chosen}
        onChange={(id) => onChange({ kind: 'share', share: Number(id) })}
        segments={SHARES.map((share) => ({ id: String(share), label: wholePercent(share) }))}
      />
      <Units draft={draft} onChange={onChange} />
    </div>
  )
}

const freeOf = ({ round, account }: RoundStore): number =>
  account ? Math.max(0, Math.floor(freeMargin(round, account).toNumber())) : 0

function Free() {
  const t = useTranslations('trade.ticket')
  const free = useRound(freeOf)
  return <span className="text-muted text-sm">{t('free', { amount: wholeMoney(free) })}</span>
}

function Units({ draft, onChange }: SizeRowProps) {
  const t = useTranslations('trade.ticket')
  const { store } = useRoundInHand()
  const increment = incrementOf(store, draft.instrument)
  const reckoned = useRound((round) => outlookOf(round, draft).order?.quantity.toNumber() ?? 0)
  return (
    <NumberField
      label={t('units', { instrument: draft.instrument })}
      value={draft.size.kind === 'units' ? draft.size.units : reckoned}
      onChange={(units) => onChange({ kind: 'units', units: Number.isNaN(units) ? 0 : units })}
      minValue={0}
      step={increment}
      formatOptions={{ maximumFractionDigits: decimalsOf(increment) }}
      className="[&_label]:sr-only"
    />
  )
}

const incrementOf = ({ round }: RoundStore, instrument: InstrumentId): number =>
  instrumentOf(round, instrument).sizeIncrement.toNumber()
