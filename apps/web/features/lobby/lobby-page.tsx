'use client'

import type { RoundId } from '@cascade/engine'
import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { useTranslations } from 'use-intl'
import { useLobby, useSession } from '../../live/index.ts'
import { LinkButton } from '../../ui/link-button.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { SignedInGate } from '../identity/signed-in-gate.tsx'
import { ConnectionBanner } from '../shell/connection-banner.tsx'
import { NoNotice } from '../shell/no-notice.tsx'
import { roundHref } from '../shell/round-href.ts'
import { GuestLobby } from './guest-lobby.tsx'
import { HostLobby } from './host-lobby.tsx'

/** A round before its start. */
export function LobbyPage({ roundId }: { roundId: RoundId }) {
  return (
    <SignedInGate waiting={<Waiting />}>
      <ConnectionBanner />
      <WatchedLobby roundId={roundId} />
    </SignedInGate>
  )
}

function WatchedLobby({ roundId }: { roundId: RoundId }) {
  const t = useTranslations('lobby')
  const router = useRouter()
  const lobby = useLobby(roundId)
  const session = useSession(roundId)
  const phase = lobby?.phase
  useEffect(() => {
    if (phase && phase !== 'lobby') router.replace(roundHref({ roundId, phase }))
  }, [phase, roundId, router])
  if (session.kind === 'refused') {
    return (
      <NoNotice
        no={{ refusal: session.reason }}
        action={<LinkButton href="/join">{t('otherCode')}</LinkButton>}
      />
    )
  }
  if (!lobby || phase !== 'lobby') return <Waiting />
  return (
    <div className="flex flex-col gap-6">
      <h1 className="font-semibold text-title">{t(lobby.host ? 'hostTitle' : 'guestTitle')}</h1>
      {lobby.host ? <HostLobby lobby={lobby} /> : <GuestLobby lobby={lobby} />}
    </div>
  )
}

function Waiting() {
  const t = useTranslations('lobby')
  return (
    <div className="flex flex-col gap-6" aria-busy="true">
      <h1 className="font-semibold text-title">{t('title')}</h1>
      <div className="grid gap-4 lg:grid-cols-[1.4fr_1fr]">
        <Skeleton className="h-64 rounded-2xl" />
        <Skeleton className="h-40 rounded-2xl" />
      </div>
    </div>
  )
}
