'use client'

import type { InstrumentId, SeatId } from '@cascade/engine'
import { type ReactNode, useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Card } from '../../ui/card.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { CascadeList } from './cascade-list.tsx'
import { ContagionList } from './contagion-list.tsx'
import type { AccountReview, Overview } from './conversation.ts'
import { EventLog } from './event-log.tsx'
import { FinalBoard } from './final-board.tsx'
import { IntentsTable } from './intents-table.tsx'
import { MistakeNote } from './mistake-note.tsx'
import { PositionsTable } from './positions-table.tsx'
import { ReviewHead } from './review-head.tsx'
import { StageCard } from './stage-card.tsx'
import { useReviewCast } from './use-review-cast.ts'
import { VerdictCard } from './verdict-card.tsx'

interface ReviewBodyProps {
  overview: Overview
  names: ReadonlyMap<SeatId, string>
  account: AccountReview | null
  ask: (seat: SeatId) => void
  /** The reader's own seat; null for one who only watched. */
  ownSeat: string | null
  /** What can be taken away. */
  afterClass: ReactNode
}

/** The review of a round through one account. */
export function ReviewBody({ overview, names, account, ask, ownSeat, afterClass }: ReviewBodyProps) {
  const t = useTranslations('review')
  const [seat, setSeat] = useState(() => firstSeat(overview, ownSeat))
  const [chosen, setAt] = useState<number | null>(null)
  const [instrument, setInstrument] = useState(() => firstInstrument(overview, seat))
  const cast = useReviewCast({ overview, names, ownSeat })
  useEffect(() => {
    if (seat) ask(seat)
  }, [seat, ask])
  const choose = useCallback((next: SeatId) => {
    setSeat(next)
    setAt(null)
  }, [])
  const goTo = (tick: number) => setAt(Math.max(0, overview.timeline.ticks.indexOf(tick)))
  const goBefore = (tick: number) => setAt(momentBefore(overview, tick))
  const shown = account?.seat === seat ? account : null
  const row = overview.rows.find((one) => one.seat === seat)
  const at = chosen ?? firstMoment(overview, shown)
  return (
    <div className="flex flex-col gap-4 lg:gap-5">
      <ReviewHead overview={overview} seat={seat} cast={cast} onSeat={choose} />
      {row?.character && <MistakeNote name={cast.nameOf(row.seat)} character={row.character} />}
      {!shown || !instrument ? (
        <Skeleton className="h-96 rounded-2xl" />
      ) : (
        <>
          <VerdictCard
            account={shown}
            tickMs={overview.timeline.tickMs}
            isMoved={overview.timeline.series.some(({ forced }) => forced !== null)}
          />
          <StageCard
            overview={overview}
            account={shown}
            instrument={instrument}
            onInstrument={setInstrument}
            at={at}
            onScrub={setAt}
          />
          <Card title={t('cascades.title')}>
            <CascadeList
              overview={overview}
              seat={shown.seat}
              cast={cast}
              points={pointsOf(shown)}
              onGoTo={goBefore}
            />
          </Card>
          {shown.otherMode.ok && (
            <Card title={t('intents.title')}>
              <IntentsTable otherMode={shown.otherMode.value} cast={cast} tickMs={overview.timeline.tickMs} />
            </Card>
          )}
          <PositionsTable account={shown} cast={cast} tickMs={overview.timeline.tickMs} />
        </>
      )}
      {overview.contagion && (
        <Card title={t('contagion.title')}>
          <ContagionList
            contagion={overview.contagion}
            cast={cast}
            tickMs={overview.timeline.tickMs}
            onGoTo={goBefore}
          />
        </Card>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2 lg:gap-5">
        <FinalBoard overview={overview} seat={seat} cast={cast} onSeat={choose} />
        <EventLog overview={overview} seat={seat} cast={cast} onGoTo={goTo} />
      </div>
      {afterClass}
      <LinkButton href="/" variant="primary" size="lg" className="self-start">
        {t('playAgain')}
      </LinkButton>
    </div>
  )
}

const pointsOf = ({ lens }: AccountReview) => (lens.ok ? lens.value.points : [])

/** The reader's own account, or else the first of the board. */
function firstSeat({ rows }: Overview, ownSeat: string | null): SeatId | null {
  return (rows.find(({ seat }) => seat === ownSeat) ?? rows[0])?.seat ?? null
}

/** What drained the account that the review opens with, or else the first instrument of the round. */
function firstInstrument({ cascades, timeline }: Overview, seat: SeatId | null): InstrumentId | undefined {
  const first = cascades.find((cascade) => cascade.seat === seat)
  return first?.drained.instrument ?? timeline.series[0]?.instrument
}

/** The last moment before a liquidation: the tanks stand at the line and are not empty yet. */
const momentBefore = ({ timeline: { ticks } }: Overview, tick: number): number =>
  Math.max(0, ticks.indexOf(tick) - 1)

/**
 * A review opens at what it is about: the moment before the two worlds part, or before the account's own
 * liquidation, or else before the bell.
 */
function firstMoment(overview: Overview, account: AccountReview | null): number {
  const own = overview.cascades.find(({ seat }) => seat === account?.seat)
  const parted = account?.otherMode.ok ? account.otherMode.value.divergedAtTick : null
  return momentBefore(overview, own?.tick ?? parted ?? overview.timeline.ticks.at(-1) ?? 0)
}
