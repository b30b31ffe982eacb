import { roundName } from '@cascade/protocol'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { ReviewPage } from '../../../features/review/review-page.tsx'
import { SiteHeader } from '../../../features/shell/site-header.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('review.title'), robots: { index: false } }

export default async function Page({ params }: { params: Promise<{ round: string }> }) {
  const { success, data: roundId } = roundName.safeParse((await params).round)
  if (!success) notFound()
  return (
    <div className="flex min-h-dvh flex-col">
      <SiteHeader />
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 pt-2 pb-10 sm:px-6 sm:pt-6">
        <ReviewPage roundId={roundId} />
      </main>
    </div>
  )
}
