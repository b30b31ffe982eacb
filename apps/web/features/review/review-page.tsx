'use client'

import type { RoundId, SeatId } from '@cascade/engine'
import { namesSchema } from '@cascade/protocol'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { commitmentSeen, ownWord } from '../../live/index.ts'
import { useTRPC } from '../../trpc/client.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { AfterClass } from '../after-class/after-class.tsx'
import { SignedInGate } from '../identity/signed-in-gate.tsx'
import { LoadNotice } from '../shell/load-notice.tsx'
import { roundHref } from '../shell/round-href.ts'
import { ReviewBody } from './review-body.tsx'
import { useProblemWords } from './use-problem-words.ts'
import { type ReviewState, useReview } from './use-review.ts'

/** The bell rings a moment before the record is complete. */
const RETRIES = 8
const RETRY_MS = 700
/** A round is told by its seats when nobody's name can be read. */
const NOBODY: ReadonlyMap<SeatId, string> = new Map()

/** A finished round, run again in this browser. */
export function ReviewPage({ roundId }: { roundId: RoundId }) {
  return (
    <SignedInGate waiting={<Waiting />}>
      <Loaded roundId={roundId} />
    </SignedInGate>
  )
}

function Loaded({ roundId }: { roundId: RoundId }) {
  const t = useTranslations('review')
  const trpc = useTRPC()
  const record = useQuery({
    ...trpc.rounds.record.queryOptions({ roundId }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (count, { message }) => message === 'round_not_over' && count < RETRIES,
    retryDelay: RETRY_MS,
  })
  const card = useQuery(trpc.rounds.get.queryOptions({ roundId }))
  if (record.isError) {
    const { message } = record.error
    if (message === 'round_unknown') return <Empty title={t('unknown.title')} text={t('unknown.text')} />
    if (message !== 'round_not_over') return <LoadNotice onRetry={() => void record.refetch()} />
    return (
      <Empty
        title={t('notOver.title')}
        text={t('notOver.text')}
        action={
          <LinkButton href={roundHref({ roundId, phase: 'running' })} variant="primary">
            {t('notOver.action')}
          </LinkButton>
        }
      />
    )
  }
  if (!record.data || card.isPending) return <Waiting />
  return (
    <Told
      record={record.data}
      ownSeat={card.data?.seat ?? null}
      isHost={card.data?.host ?? false}
      roundId={roundId}
    />
  )
}

interface ToldProps {
  record: {
    readonly rulesVersion: string
    readonly rulesCurrent: boolean
    /** Who sat where, as the API tells it. */
    readonly names: unknown
  }
  ownSeat: string | null
  isHost: boolean
  roundId: RoundId
}

function Told({ record, ownSeat, isHost, roundId }: ToldProps) {
  const t = useTranslations('review')
  const words = useProblemWords()
  const kept = useMemo(
    () => ({ commitmentSeen: commitmentSeen(roundId), ownWord: ownWord(roundId) }),
    [roundId],
  )
  const review = useReview(record, kept)
  const names = useMemo(() => namesSchema.safeParse(record.names).data ?? NOBODY, [record])
  if (review.state.kind === 'running') return <Waiting isRunning />
  if (review.state.kind === 'told') {
    return (
      <ReviewBody
        overview={review.state.overview}
        names={names}
        ask={review.ask}
        account={review.account}
        ownSeat={ownSeat}
        afterClass={
          <AfterClass
            overview={review.state.overview}
            names={names}
            isHost={isHost}
            tables={review.tables}
            ask={review.askTables}
            roundId={roundId}
          />
        }
      />
    )
  }
  if (!record.rulesCurrent && !isAboutSeed(review.state)) {
    const text = t('verified.rulesText', { version: record.rulesVersion })
    return <ErrorNotice what={t('verified.rules')} why={text} />
  }
  return (
    <ErrorNotice
      what={t(isAboutSeed(review.state) ? 'verified.unfair' : 'verified.differsTitle')}
      why={words(review.state)}
      action={<Button onPress={() => location.reload()}>{t('verified.again')}</Button>}
    />
  )
}

/** Problems with what was fixed before the round: no other version of the rules explains them. */
const BEFOREHAND: ReadonlySet<string> = new Set(['uncommitted', 'recommitted', 'unscripted'])

const isAboutSeed = (state: ReviewState): boolean =>
  state.kind === 'untrue' && BEFOREHAND.has(state.problem.kind)

function Waiting({ isRunning = false }: { isRunning?: boolean }) {
  const t = useTranslations('review')
  return (
    <div className="flex flex-col gap-4" aria-busy="true">
      <p className="flex items-center gap-3">
        <Spinner />
        {t(isRunning ? 'running' : 'loading')}
      </p>
      <Skeleton className="h-24 rounded-2xl" />
      <Skeleton className="h-80 rounded-2xl" />
    </div>
  )
}
