'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useTRPC } from '../../trpc/client.ts'
import { Empty } from '../../ui/empty.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Mark } from '../../ui/mark.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { BoardKind } from '../leaderboard/leaderboard.tsx'
import { LoadNotice } from '../shell/load-notice.tsx'
import { useScenarioWords } from '../shell/scenario-words.ts'
import { useSeatName } from '../shell/use-seat-name.ts'
import { RoundRow } from './round-row.tsx'

/** As much of a round's market as its row tells. */
interface MarketSummary {
  readonly scenario: string
  readonly scripted: boolean
}

/** Rounds that are over, the last one first, each with the person who came first. */
export function FinishedRounds({ kind, limit }: { kind: BoardKind; limit: number }) {
  const t = useTranslations('leaderboard.rounds')
  const scenarioWords = useScenarioWords()
  const seatName = useSeatName()
  const trpc = useTRPC()
  const { data, isPending, isError, refetch } = useQuery(
    trpc.boards.recent.queryOptions({ limit, ...(kind === 'all' ? {} : { kind }) }),
  )
  const marketWords = (market: MarketSummary | null) =>
    market && (market.scripted ? t('ownPrices') : scenarioWords(market.scenario).title)
  if (isError) return <LoadNotice onRetry={() => void refetch()} />
  if (isPending) return <Skeleton className="h-40 rounded-xl" />
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
    <ul className="flex flex-col divide-y divide-line/60 rounded-xl bg-raised">
      {data.map((round) => (
        <RoundRow
          key={round.roundId}
          href={`/replay/${round.roundId}`}
          title={round.title ?? t(`kinds.${round.kind}`)}
          market={marketWords(round.market)}
          seats={round.seats}
          at={round.endedAt}
          result={round.first && { ...round.first, name: seatName(round.first.seat, round.first.name) }}
        />
      ))}
    </ul>
  )
}
