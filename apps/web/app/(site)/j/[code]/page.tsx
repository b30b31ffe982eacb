import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { JoinRound } from '../../../../features/join/join-round.tsx'
import { translate } from '../../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('join.title'), robots: { index: false } }

const CODE = /^\d{3}-?\d{3}$/

export default async function Page({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  if (!CODE.test(code)) notFound()
  return <JoinRound code={code.replace('-', '')} />
}
