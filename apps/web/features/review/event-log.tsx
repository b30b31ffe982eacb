'use client'

import type { SeatId } from '@cascade/engine'
import type { Moment } from '@cascade/review'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { clock } from '../../format/time.ts'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { foldRepeats } from '../events/fold-repeats.ts'
import { type Cast, sentenceOf } from '../events/sentence.ts'
import { useRejectionWords } from '../trade/use-words.ts'
import type { Overview } from './conversation.ts'

interface EventLogProps {
  overview: Overview
  seat: SeatId | null
  cast: Cast
  onGoTo: (tick: number) => void
}

/**
 * The round in words: every event of the account and every liquidation, each a sentence that leads to its
 * moment.
 */
export function EventLog({ overview, seat, cast, onGoTo }: EventLogProps) {
  const t = useTranslations('trade')
  const words = useTranslations('review.events')
  const why = useRejectionWords()
  const told = useMemo(
    () => foldRepeats(overview.timeline.moments.filter((moment) => isTold(moment, seat))),
    [overview, seat],
  )
  return (
    <Card title={words('title')}>
      <p className="text-muted text-sm">{words('hint')}</p>
      <ol aria-label={words('title')} className="flex max-h-[28rem] flex-col overflow-y-auto text-sm">
        {told.map((moment, order) => (
          <li key={order}>
            <button
              type="button"
              onClick={() => onGoTo(moment.tick)}
              className="flex min-h-9 w-full cursor-pointer gap-3 rounded px-1 py-1.5 text-start hover:bg-hover"
            >
              <time className="w-10 shrink-0 text-end text-muted">
                {clock(moment.tick * overview.timeline.tickMs)}
              </time>
              <span className={classNames('min-w-0 flex-1', toneOf(moment))}>
                {sentenceOf(moment, { t, cast, why })}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </Card>
  )
}

const ALWAYS: ReadonlySet<Moment['kind']> = new Set([
  'started',
  'ended',
  'news',
  'shocked',
  'liquidated',
  'deleveraged',
  'wiped',
])

function isTold(moment: Moment, seat: SeatId | null): boolean {
  if (ALWAYS.has(moment.kind)) return true
  if (moment.kind === 'placed' && moment.price === null) return false
  return moment.kind !== 'joined' && 'seat' in moment && moment.seat === seat
}

function toneOf({ kind }: Moment): string {
  if (kind === 'liquidated' || kind === 'wiped') return 'font-medium text-danger'
  if (kind === 'news' || kind === 'shocked') return 'font-medium text-accent'
  return kind === 'deleveraged' || kind === 'socialised' ? 'font-medium text-warn' : ''
}
