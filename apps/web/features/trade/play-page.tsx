'use client'

import type { RoundId } from '@cascade/engine'
import { useRouter } from 'next/navigation'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { connect, RoundContext, type RoundStore, useRound, useSession } from '../../live/index.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { SignedInGate } from '../identity/signed-in-gate.tsx'
import { ConnectionBanner } from '../shell/connection-banner.tsx'
import { NoNotice } from '../shell/no-notice.tsx'
import { roundHref } from '../shell/round-href.ts'
import { TradeScreen } from './trade-screen.tsx'

/** A round while it is played. Before its start it leads to the lobby, after the bell to the review. */
export function PlayPage({ roundId }: { roundId: RoundId }) {
  return (
    <SignedInGate waiting={<Waiting />}>
      <ConnectionBanner />
      <WatchedRound roundId={roundId} />
    </SignedInGate>
  )
}

function WatchedRound({ roundId }: { roundId: RoundId }) {
  const t = useTranslations('common')
  const session = connect().watch(roundId)
  const state = useSession(roundId)
  const store = useSyncExternalStore(session.store.subscribe, session.store.current, noStore)
  const inHand = useMemo(() => (store ? { session, store } : null), [session, store])
  if (state.kind === 'refused') {
    return (
      <div className="mx-auto max-w-lg p-4 pt-16">
        <NoNotice no={{ refusal: state.reason }} action={<LinkButton href="/">{t('home')}</LinkButton>} />
      </div>
    )
  }
  if (!inHand) return <Waiting />
  return (
    <RoundContext value={inHand}>
      {state.kind === 'halted' && <Halted />}
      <PlayedRound />
    </RoundContext>
  )
}

const noStore = (): RoundStore | null => null

/** How long the bell is seen before the review opens by itself. */
const BELL_MS = 1_800

function PlayedRound() {
  const router = useRouter()
  const phase = useRound(({ round }) => round.phase)
  const roundId = useRound(({ round }) => round.config.id)
  useEffect(() => {
    if (phase === 'lobby') router.replace(roundHref({ roundId, phase }))
    if (phase !== 'ended') return
    const timer = setTimeout(() => router.replace(roundHref({ roundId, phase })), BELL_MS)
    return () => clearTimeout(timer)
  }, [phase, roundId, router])
  if (phase === 'lobby') return <Waiting />
  return (
    <main>
      <TradeScreen />
      {phase === 'ended' && <Bell roundId={roundId} />}
    </main>
  )
}

function Bell({ roundId }: { roundId: RoundId }) {
  const t = useTranslations('trade.bell')
  return (
    <div
      role="status"
      className="fixed inset-0 z-40 flex animate-appear flex-col items-center justify-center gap-4 bg-shade p-6 text-center"
    >
      <div className="flex max-w-sm animate-rise flex-col items-center gap-4 rounded-2xl bg-raised p-6 shadow-2xl">
        <h2 className="font-semibold text-title">{t('title')}</h2>
        <p className="text-muted">{t('text')}</p>
        <LinkButton href={roundHref({ roundId, phase: 'ended' })} variant="primary" size="lg">
          {t('open')}
        </LinkButton>
      </div>
    </div>
  )
}

function Halted() {
  const t = useTranslations('trade.connection')
  return (
    <div
      role="status"
      className="sticky top-0 z-40 bg-warn px-4 py-2 text-center font-medium text-ink text-sm"
    >
      {t('halted')}
    </div>
  )
}

function Waiting() {
  const t = useTranslations('trade.connection')
  return (
    <div className="flex min-h-dvh flex-col gap-3 p-3" aria-busy="true">
      <div className="flex h-10 items-center gap-3">
        <Spinner />
        <p>{t('connecting')}</p>
      </div>
      <Skeleton className="h-12" />
      <Skeleton className="h-64 rounded-2xl" />
      <Skeleton className="flex-1 rounded-2xl" />
    </div>
  )
}
