import { roundName } from '@cascade/protocol'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { LobbyPage } from '../../../../features/lobby/lobby-page.tsx'
import { translate } from '../../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('lobby.title'), robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ roundId: string }> }) {
  const { success, data: roundId } = roundName.safeParse((await params).roundId)
  if (!success) notFound()
  return <LobbyPage roundId={roundId} />
}
