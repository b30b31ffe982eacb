import { roundName } from '@cascade/protocol'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlayPage } from '../../../features/trade/play-page.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('trade.title'), robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ round: string }> }) {
  const { success, data: roundId } = roundName.safeParse((await params).round)
  if (!success) notFound()
  return <PlayPage roundId={roundId} />
}
