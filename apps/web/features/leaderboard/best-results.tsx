'use client'

import { useQuery } from '@tanstack/react-query'
import type { inferOutput } from '@trpc/tanstack-react-query'
import Link from 'next/link'
import { useTranslations } from 'use-intl'
import { wholeMoney } from '../../format/money.ts'
import { number } from '../../format/number.ts'
import { relative } from '../../format/time.ts'
import { useTRPC } from '../../trpc/client.ts'
import { Badge } from '../../ui/badge.tsx'
import { Empty } from '../../ui/empty.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { Change } from '../shell/change.tsx'
import { LoadNotice } from '../shell/load-notice.tsx'
import { ModeBadge } from '../shell/mode-badge.tsx'
import { type ScenarioWords, useScenarioWords } from '../shell/scenario-words.ts'
import { type SeatNamer, useSeatName } from '../shell/use-seat-name.ts'
import type { BoardKind } from './leaderboard.tsx'

type Row = inferOutput<ReturnType<typeof useTRPC>['boards']['best']>[number] & { place: number }

/** People's best results, in the server's order. */
export function BestResults({ kind }: { kind: BoardKind }) {
  const t = useTranslations('leaderboard.best')
  const scenarioWords = useScenarioWords()
  const seatName = useSeatName()
  const trpc = useTRPC()
  const { data, isPending, isError, refetch } = useQuery(
    trpc.boards.best.queryOptions(kind === 'all' ? {} : { kind }),
  )
  if (isError) return <LoadNotice onRetry={() => void refetch()} />
  if (isPending) return <Skeleton className="h-64 rounded-xl" />
  if (data.length === 0) {
    return (
      <Empty
        picture={<Mark size={40} className="text-edge" />}
        title={t('none')}
        text={t('noneText')}
        action={<LinkButton href="/solo">{t('practice')}</LinkButton>}
      />
    )
  }
  return (
    <Table
      label={t('title')}
      columns={columnsOf(t, scenarioWords, seatName)}
      rows={data.map((row, index) => ({ ...row, place: index + 1 }))}
      keyOf={(row) => `${row.roundId} ${row.seat}`}
      rowClass={(row) => (row.mine ? 'bg-accent/10' : undefined)}
    />
  )
}

function columnsOf(
  t: ReturnType<typeof useTranslations<'leaderboard.best'>>,
  scenarioWords: (id: string) => ScenarioWords,
  seatName: SeatNamer,
): readonly Column<Row>[] {
  return [
    {
      id: 'name',
      header: t('player'),
      cell: (row) => (
        <Link
          href={`/replay/${row.roundId}`}
          className="-my-3 flex min-h-14 items-center gap-3 font-medium hover:text-accent"
        >
          <span className="w-6 text-end text-muted">{row.place}</span>
          <span className="flex min-w-0 flex-wrap items-center gap-x-2">
            {seatName(row.seat, row.name)}
            {row.mine && <Badge tone="accent">{t('you')}</Badge>}
          </span>
        </Link>
      ),
    },
    { id: 'growth', header: t('growth'), isFigure: true, cell: (row) => <Change share={row.growth} /> },
    {
      id: 'equity',
      header: t('equity'),
      isFigure: true,
      className: 'max-md:hidden',
      cell: (row) => wholeMoney(row.equity),
    },
    {
      id: 'mode',
      header: t('mode'),
      className: 'max-sm:hidden',
      cell: (row) => <ModeBadge mode={row.marginMode} />,
    },
    {
      id: 'market',
      header: t('market'),
      className: 'max-lg:hidden',
      cell: (row) => <span className="text-muted">{scenarioWords(row.scenario).title}</span>,
    },
    {
      id: 'liquidations',
      header: t('liquidations'),
      isFigure: true,
      className: 'max-lg:hidden',
      cell: (row) => number(row.liquidations),
    },
    {
      id: 'when',
      header: t('when'),
      isFigure: true,
      className: 'max-md:hidden',
      cell: (row) => (
        <span className="whitespace-nowrap text-muted">{relative(new Date(row.endedAt), new Date())}</span>
      ),
    },
  ]
}
