'use client'

import type { InstrumentId } from '@cascade/engine'
import { useTranslations } from 'use-intl'
import { onIncrement } from '../../format/price.ts'
import { clock } from '../../format/time.ts'
import { classNames } from '../../ui/class-names.ts'
import { Segmented } from '../../ui/segmented.tsx'
import type { AccountReview, Overview } from './conversation.ts'
import { LensFigures } from './lens-figures.tsx'
import { ownColor, twinColor } from './mode-look.ts'
import { MomentCard } from './moment-card.tsx'
import { BuySign, HostSign, OthersSign, OwnSign, SellSign } from './price-marks.tsx'
import { Stage } from './stage.tsx'
import { Transport } from './transport.tsx'

interface StageCardProps {
  overview: Overview
  account: AccountReview
  instrument: InstrumentId
  onInstrument: (instrument: InstrumentId) => void
  at: number
  onScrub: (at: number) => void
}

/** The round over time, the moment at hand, and both worlds' tanks at that moment. */
export function StageCard({ overview, account, instrument, onInstrument, at, onScrub }: StageCardProps) {
  const t = useTranslations('review.stage')
  const { ticks, series, moments } = overview.timeline
  const shown = series.find((each) => each.instrument === instrument)
  const missing = account.lens.ok ? ticks.length - account.lens.value.ticks.length : 0
  return (
    <section
      aria-label={t('label')}
      className="grid gap-5 rounded-2xl bg-raised p-4 sm:p-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:gap-8"
    >
      <div className="flex min-w-0 flex-col gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Segmented
            label={t('instrument')}
            isLabelHidden
            value={instrument}
            onChange={onInstrument}
            segments={series.map((each) => ({ id: each.instrument, label: each.instrument }))}
            className="min-w-48"
          />
          {shown && (
            <p className="font-semibold">{onIncrement(shown.marks[at] ?? 0, shown.priceIncrement)}</p>
          )}
        </div>
        <Stage overview={overview} account={account} instrument={instrument} at={at} onScrub={onScrub} />
        <Legend
          account={account}
          isMoved={shown?.forced != null}
          hasActs={moments.some(({ kind }) => kind === 'news' || kind === 'shocked')}
        />
        <Transport overview={overview} stops={stopsOf(overview, account)} at={at} onScrub={onScrub} />
      </div>
      <MomentAside overview={overview} account={account} at={at} missing={missing} />
    </section>
  )
}

function MomentAside({
  overview,
  account,
  at,
  missing,
}: Pick<StageCardProps, 'overview' | 'account' | 'at'> & { missing: number }) {
  const t = useTranslations('review.moment')
  const time = clock((overview.timeline.ticks[at] ?? 0) * overview.timeline.tickMs)
  return (
    <div className="flex flex-col gap-4">
      <h2 className="font-semibold text-lg tracking-tight">{t('title', { time })}</h2>
      <MomentCard account={account} at={at} missing={missing} />
      <LensFigures account={account} />
    </div>
  )
}

interface LegendProps {
  account: AccountReview
  hasActs: boolean
  /** Whether trades moved prices. */
  isMoved: boolean
}

function Legend({ account: { otherMode }, hasActs, isMoved }: LegendProps) {
  const t = useTranslations('review')
  const { mode, twinMode } = otherMode.ok ? otherMode.value : ({ mode: 'both', twinMode: 'both' } as const)
  const own = mode === 'both' ? t('verdict.ownBoth') : t('verdict.own', { mode: t(`verdict.modes.${mode}`) })
  const twin =
    twinMode === 'both' ? t('verdict.twinBoth') : t('verdict.twin', { mode: t(`verdict.modes.${twinMode}`) })
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1.5 text-muted text-sm">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={classNames('w-6 border-current border-t-2', ownColor(mode))} />
        {own}
      </li>
      <li className="flex items-center gap-2">
        <span
          aria-hidden="true"
          className={classNames('w-6 border-current border-t-2 border-dashed', twinColor(twinMode))}
        />
        {twin}
      </li>
      <li className="flex items-center gap-2">
        <OwnSign /> {t('stage.legend.own')}
      </li>
      <li className="flex items-center gap-2">
        <span className="translate-y-1.5">
          <OthersSign />
        </span>
        {t('stage.legend.others')}
      </li>
      {hasActs && (
        <li className="flex items-center gap-2">
          <span className="-translate-y-2">
            <HostSign />
          </span>
          {t('stage.legend.host')}
        </li>
      )}
      <li className="flex items-center gap-1.5">
        <span className="-translate-y-3">
          <BuySign />
        </span>
        {t('stage.legend.buy')}
        <span className="translate-y-3 ps-2">
          <SellSign />
        </span>
        {t('stage.legend.sell')}
      </li>
      {isMoved && (
        <>
          <li className="flex items-center gap-2">
            <span aria-hidden="true" className="h-3 w-1.5 bg-danger" />
            {t('stage.legend.forcedSale')}
          </li>
          <li className="flex items-center gap-2">
            <span aria-hidden="true" className="h-3 w-1.5 bg-accent" />
            {t('stage.legend.forcedPurchase')}
          </li>
          <li className="basis-full">{t('stage.moved')}</li>
        </>
      )}
    </ul>
  )
}

/** The account's own liquidations in both worlds, or everybody's when it had none. */
function stopsOf(
  { cascades, timeline: { ticks } }: Overview,
  { seat, otherMode }: AccountReview,
): readonly number[] {
  const own = cascades.filter((cascade) => cascade.seat === seat)
  const twin = otherMode.ok ? otherMode.value.twin.cascades : []
  const stops = own.length + twin.length > 0 ? [...own, ...twin] : cascades
  return [...new Set(stops.map(({ tick }) => ticks.indexOf(tick)))]
    .filter((index) => index >= 0)
    .sort((a, b) => a - b)
}
