import type { Metadata } from 'next'
import { JoinStart } from '../../../features/join/join-start.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('join.title') }

export default function Page() {
  return <JoinStart />
}
