'use client'

import type { SeatId } from '@cascade/engine'
import type { Cascade, LensPoint } from '@cascade/review'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { wholePercent } from '../../format/percent.ts'
import { clock } from '../../format/time.ts'
import { Badge } from '../../ui/badge.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { Cast } from '../events/sentence.ts'
import { useCascadeWords } from '../events/use-cascade-words.ts'
import type { Overview } from './conversation.ts'

interface CascadeListProps {
  overview: Overview
  seat: SeatId
  cast: Cast
  /** The account's points, to say how close it came. */
  points: readonly LensPoint[]
  onGoTo: (tick: number) => void
}

/** Every liquidation as a sentence; a press shows its moment. */
export function CascadeList({ overview, seat, cast, points, onGoTo }: CascadeListProps) {
  const t = useTranslations('review.cascades')
  const [which, setWhich] = useState<'own' | 'all'>('own')
  const shown = which === 'all' ? overview.cascades : overview.cascades.filter((each) => each.seat === seat)
  return (
    <div className="flex flex-col gap-3">
      <Segmented
        label={t('which')}
        isLabelHidden
        value={which}
        onChange={setWhich}
        segments={[
          { id: 'own', label: t('own') },
          { id: 'all', label: t('all') },
        ]}
      />
      {shown.length === 0 ? (
        <NoCascades isAll={which === 'all'} points={points} />
      ) : (
        <ol className="flex max-h-96 flex-col gap-2 overflow-y-auto">
          {shown.map((cascade) => (
            <li key={keyOf(cascade)}>
              <CascadeRow
                cascade={cascade}
                overview={overview}
                cast={cast}
                name={which === 'all' ? cast.nameOf(cascade.seat) : null}
                onGoTo={() => onGoTo(cascade.tick)}
              />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

const keyOf = ({ tick, seat, bucket, drained }: Cascade): string =>
  `${tick} ${seat} ${bucket} ${drained.instrument}`

interface CascadeRowProps {
  cascade: Cascade
  overview: Overview
  cast: Cast
  /** Whose it is; null where all are of one account. */
  name: string | null
  onGoTo: () => void
}

function CascadeRow({ cascade, overview, cast, name, onGoTo }: CascadeRowProps) {
  const t = useTranslations('review.cascades')
  const words = useCascadeWords(cast)
  const time = clock(cascade.tick * overview.timeline.tickMs)
  return (
    <button
      type="button"
      onClick={onGoTo}
      aria-label={`${t('goTo', { time })}: ${words(cascade)}`}
      className="flex w-full cursor-pointer flex-col gap-1.5 rounded-lg bg-sunken p-3 text-start transition-colors hover:bg-hover"
    >
      <span className="flex flex-wrap items-center gap-2 text-muted text-sm">
        <time className="font-semibold text-text">{time}</time>
        {name && <span>{name}</span>}
        <Badge tone={cascade.bucket}>{t(`modes.${cascade.bucket}`)}</Badge>
        {cascade.wiped && <Badge tone="danger">{t('wiped')}</Badge>}
        {cascade.cut.length > 0 && <Badge tone="warn">{t('cut')}</Badge>}
        <span className="ms-auto text-loss">{t('lost', { amount: wholeMoney(cascade.lost) })}</span>
      </span>
      <span>{words(cascade)}</span>
    </button>
  )
}

function NoCascades({ isAll, points }: { isAll: boolean; points: readonly LensPoint[] }) {
  const t = useTranslations('review.cascades')
  const buffers = points.flatMap(({ tanks }) => tanks.map(({ buffer }) => buffer))
  if (isAll) return <p className="text-muted">{t('noneAll')}</p>
  return (
    <div className="flex flex-col gap-1 rounded-lg bg-sunken p-4">
      <p className="font-medium">{t('none')}</p>
      <p className="text-muted text-sm">
        {buffers.length === 0 ? t('noneFlat') : t('noneText', { buffer: wholePercent(Math.min(...buffers)) })}
      </p>
    </div>
  )
}
