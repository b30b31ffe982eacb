import type { Metadata } from 'next'
import { ReplaysPage } from '../../../features/replays/replays-page.tsx'
import { translate } from '../../../messages/translator.ts'

export const metadata: Metadata = { title: translate('leaderboard.replays.title') }

export default function Page() {
  return <ReplaysPage />
}
