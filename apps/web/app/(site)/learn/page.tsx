import type { Metadata } from 'next'
import { LearnPage } from '../../../features/learn/learn-page.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('learn.title') }

export default function Page() {
  return <LearnPage />
}
