import type { Metadata } from 'next'
import { Leaderboard } from '../../../features/leaderboard/leaderboard.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('leaderboard.title') }

export default function Page() {
  return <Leaderboard />
}
