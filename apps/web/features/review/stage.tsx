'use client'

import type { InstrumentId } from '@cascade/engine'
import { memo, type PointerEvent, type ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { compactMoney, wholeMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { depthsOf } from '../gauge/depths.ts'
import type { AccountReview, Overview } from './conversation.ts'
import { ForcedStrip } from './forced-strip.tsx'
import { ownColor, twinColor } from './mode-look.ts'
import { Panel, type PanelLine } from './panel.tsx'
import { PriceMarks } from './price-marks.tsx'
import { alongOf, spanOf } from './scale.ts'
import { VolumeBars } from './volume-bars.tsx'

interface StageProps {
  overview: Overview
  account: AccountReview
  instrument: InstrumentId
  /** Index of the moment in the timeline's ticks. */
  at: number
  onScrub: (at: number) => void
}

/** Price above, what was traded under it, equity below: one time axis, one moment marked across all. */
export function Stage({ overview, account, instrument, at, onScrub }: StageProps) {
  const count = overview.timeline.ticks.length
  const scrub = (event: PointerEvent<HTMLElement>) => {
    if (event.buttons === 0) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = Math.min(1, Math.max(0, (event.clientX - left) / width))
    onScrub(Math.round(share * (count - 1)))
  }
  return (
    <div
      className="relative flex cursor-ew-resize touch-pan-y select-none flex-col gap-3"
      onPointerDown={scrub}
      onPointerMove={scrub}
    >
      <PricePanel overview={overview} account={account} instrument={instrument} />
      <VolumePanel overview={overview} instrument={instrument} />
      <ForcedPanel overview={overview} instrument={instrument} />
      <EquityPanel overview={overview} account={account} />
      <div
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 w-px bg-text/70"
        style={{ left: `${alongOf(at, count) * 100}%` }}
      />
    </div>
  )
}

type PanelsProps = Pick<StageProps, 'overview' | 'account'>

const PricePanel = memo(function PricePanel({
  overview,
  account,
  instrument,
}: PanelsProps & { instrument: InstrumentId }): ReactNode {
  const t = useTranslations('review.stage')
  const series = overview.timeline.series.find((each) => each.instrument === instrument)
  if (!series) return null
  const { marks, priceIncrement } = series
  const span = spanOf([marks])
  const written = (price: number) => onIncrement(price, priceIncrement)
  const low = Math.min(...marks)
  const high = Math.max(...marks)
  return (
    <Panel
      label={t('priceLabel', {
        instrument,
        first: written(marks[0] ?? 0),
        last: written(marks.at(-1) ?? 0),
        low: written(low),
        high: written(high),
      })}
      lines={[{ id: 'price', values: marks, className: 'text-text' }]}
      span={span}
      ends={{ high: written(high), low: written(low) }}
      className="h-44 lg:h-56"
    >
      <PriceMarks overview={overview} account={account} instrument={instrument} span={span} />
    </Panel>
  )
})

const VolumePanel = memo(function VolumePanel({
  overview,
  instrument,
}: Pick<StageProps, 'overview' | 'instrument'>): ReactNode {
  const t = useTranslations('review.stage')
  const series = overview.timeline.series.find((each) => each.instrument === instrument)
  if (!series?.volumes.some((volume) => volume > 0)) return null
  return <VolumeBars label={t('volumeLabel', { instrument })} title={t('volume')} volumes={series.volumes} />
})

const ForcedPanel = memo(function ForcedPanel({
  overview,
  instrument,
}: Pick<StageProps, 'overview' | 'instrument'>): ReactNode {
  const t = useTranslations('review.stage')
  const words = useTranslations('trade.gauge')
  const forced = overview.timeline.series.find((each) => each.instrument === instrument)?.forced
  if (!forced) return null
  const most = Math.max(...forced.map(Math.abs))
  const label = t('forcedLabel', { instrument, amount: words('depths', { ...depthsOf(most) }) })
  return <ForcedStrip label={label} forced={forced} />
})

const EquityPanel = memo(function EquityPanel({ overview, account }: PanelsProps): ReactNode {
  const t = useTranslations('review.stage')
  const { lens, otherMode } = account
  if (!lens.ok) return null
  const own = lens.value.points.map(({ equity }) => equity)
  const twin = otherMode.ok ? otherMode.value.twinPoints.map(({ equity }) => equity) : null
  const missing = overview.timeline.ticks.length - own.length
  const lines = linesOf({ own, twin, missing, account })
  const span = spanOf([own, twin ?? [], [overview.startingCash, 0]])
  return (
    <Panel
      label={t('equityLabel', {
        first: wholeMoney(own[0] ?? 0),
        last: wholeMoney(own.at(-1) ?? 0),
        twin: wholeMoney(twin?.at(-1) ?? own.at(-1) ?? 0),
      })}
      lines={lines}
      span={span}
      base={overview.startingCash}
      ends={{ high: compactMoney(Math.max(...own, ...(twin ?? []))), low: compactMoney(0) }}
      className="h-36 lg:h-44"
    />
  )
})

interface Worlds {
  readonly own: readonly number[]
  readonly twin: readonly number[] | null
  /** Ticks before the account was opened: it is worth what it will start with. */
  readonly missing: number
  readonly account: AccountReview
}

function linesOf({ own, twin, missing, account }: Worlds): readonly PanelLine[] {
  const whole = (values: readonly number[]) => [
    ...Array<number>(Math.max(0, missing)).fill(values[0] ?? 0),
    ...values,
  ]
  const { otherMode } = account
  const played: PanelLine = {
    id: 'own',
    values: whole(own),
    className: ownColor(otherMode.ok ? otherMode.value.mode : 'both'),
  }
  if (!twin || !otherMode.ok) return [played]
  const ghost = twinColor(otherMode.value.twinMode)
  return [{ id: 'twin', values: whole(twin), className: ghost, isGhost: true }, played]
}
