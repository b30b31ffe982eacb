'use client'

import type { PositionStory } from '@cascade/review'
import { useTranslations } from 'use-intl'
import { signedMoney } from '../../format/money.ts'
import { onIncrement } from '../../format/price.ts'
import { clock } from '../../format/time.ts'
import { Badge } from '../../ui/badge.tsx'
import { Card } from '../../ui/card.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import type { Cast } from '../events/sentence.ts'
import { Delta } from '../trade/delta.tsx'
import type { AccountReview } from './conversation.ts'

interface PositionsTableProps {
  account: AccountReview
  cast: Cast
  tickMs: number
}

const ROWS: Partial<Record<PositionStory['end'], string>> = {
  liquidated: 'bg-danger/8',
  deleveraged: 'bg-warn/8',
}

const SMALLEST = { price: 0.01, size: 0.001 }

/** Every position the account held, from its first fill to its end. */
export function PositionsTable({ account: { lens }, cast, tickMs }: PositionsTableProps) {
  const t = useTranslations('review.positions')
  if (!lens.ok || lens.value.positions.length === 0) return null
  const priceOf = (story: PositionStory, price: number | null) =>
    price === null ? '–' : onIncrement(price, (cast.increments.get(story.instrument) ?? SMALLEST).price)
  const columns: readonly Column<PositionStory>[] = [
    { id: 'position', header: t('position'), cell: (story) => <PositionName story={story} /> },
    {
      id: 'when',
      header: t('when'),
      cell: ({ openedAtTick, closedAtTick }) =>
        `${clock(openedAtTick * tickMs)} – ${closedAtTick === null ? '' : clock(closedAtTick * tickMs)}`,
      className: 'hidden whitespace-nowrap text-muted sm:table-cell',
    },
    {
      id: 'entry',
      header: t('entry'),
      cell: (story) => priceOf(story, story.entryPrice),
      isFigure: true,
      className: 'hidden sm:table-cell',
    },
    {
      id: 'exit',
      header: t('exit'),
      cell: (story) => (
        <>
          {priceOf(story, story.exitPrice)}
          <span className="block text-muted">{t(`ends.${story.end}`)}</span>
        </>
      ),
      isFigure: true,
    },
    {
      id: 'result',
      header: t('result'),
      cell: ({ realizedPnl }) => <Delta sign={realizedPnl}>{signedMoney(realizedPnl)}</Delta>,
      isFigure: true,
    },
  ]
  return (
    <Card title={t('title')}>
      <div className="text-sm">
        <Table
          label={t('title')}
          columns={columns}
          rows={lens.value.positions}
          keyOf={({ instrument, openedAtTick, long }) => `${instrument} ${openedAtTick} ${long}`}
          rowClass={({ end }) => ROWS[end]}
        />
      </div>
    </Card>
  )
}

function PositionName({ story }: { story: PositionStory }) {
  const t = useTranslations('trade')
  return (
    <span className="flex flex-wrap items-center gap-2">
      <span className="font-medium">
        <span aria-hidden="true">{story.long ? '▲' : '▼'}</span> {story.instrument}{' '}
        {t(story.long ? 'side.long' : 'side.short')}
      </span>
      <Badge tone={story.marginMode}>{t(story.marginMode)}</Badge>
    </span>
  )
}
