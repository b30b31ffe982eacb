'use client'

import type { SeatId } from '@cascade/engine'
import { Bot, Skull } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { money } from '../../format/money.ts'
import { clock } from '../../format/time.ts'
import { Card } from '../../ui/card.tsx'
import { classNames } from '../../ui/class-names.ts'
import { ScrollBox } from '../../ui/scroll-box.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Cast } from '../events/sentence.ts'
import type { FinalRow, Overview } from './conversation.ts'

interface FinalBoardProps {
  overview: Overview
  seat: SeatId | null
  cast: Cast
  onSeat: (seat: SeatId) => void
}

/** How the round came out; a press on a name looks through that account. */
export function FinalBoard({ overview, seat, cast, onSeat }: FinalBoardProps) {
  const t = useTranslations('review.board')
  const words = useTranslations('trade.board')
  const columns: readonly Column<FinalRow>[] = [
    {
      id: 'player',
      header: t('player'),
      cell: (row) => (
        <span className="flex items-center gap-2">
          <span className="w-6 shrink-0 text-end text-muted">{row.rank}</span>
          <button
            type="button"
            aria-label={t('show', { name: cast.nameOf(row.seat) })}
            aria-pressed={row.seat === seat}
            onClick={() => onSeat(row.seat)}
            className={classNames(
              'min-h-9 cursor-pointer truncate text-start hover:text-accent',
              row.seat === seat && 'font-semibold text-accent',
            )}
          >
            {cast.nameOf(row.seat)}
          </button>
          {row.automatic && <Bot size={14} className="shrink-0 text-muted" aria-label={words('automatic')} />}
          {row.seat === cast.own && <span className="text-accent text-sm">{words('you')}</span>}
        </span>
      ),
    },
    {
      id: 'equity',
      header: t('equity'),
      cell: ({ equity, wipedAtTick }) =>
        wipedAtTick === null ? (
          money(equity)
        ) : (
          <span className="inline-flex items-center gap-1 text-danger">
            <Skull size={14} aria-hidden />
            {words('wiped')} {clock(wipedAtTick * overview.timeline.tickMs)}
          </span>
        ),
      isFigure: true,
    },
    {
      id: 'liquidations',
      header: t('liquidations'),
      cell: ({ liquidations }) => liquidations,
      isFigure: true,
      className: 'hidden sm:table-cell',
    },
  ]
  return (
    <Card title={t('title')}>
      <ScrollBox label={t('title')} className="max-h-[36rem] text-sm">
        <Table
          label={t('title')}
          columns={columns}
          rows={overview.rows}
          keyOf={(row) => row.seat}
          rowClass={(row) => (row.seat === cast.own ? 'bg-accent/8' : undefined)}
        />
      </ScrollBox>
    </Card>
  )
}
