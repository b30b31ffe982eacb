'use client'

import { Newspaper, Zap } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRound } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { NewsDialog } from './news-dialog.tsx'
import { RingBell } from './ring-bell.tsx'
import { ShockDialog } from './shock-dialog.tsx'

/** What the host of a running round can do to it; in a solo round, which has no room, no more than end it. */
export function HostConsole() {
  const t = useTranslations('console')
  const isHost = useRound(({ host, round }) => host && round.phase === 'running')
  const movesMarket = useRound(({ roomCode, round }) => roomCode !== null && !round.config.market.scripted)
  const [asked, setAsked] = useState<'news' | 'shock' | null>(null)
  if (!isHost) return null
  const close = () => setAsked(null)
  return (
    <section aria-label={t('label')} className="flex flex-wrap gap-2">
      {movesMarket && (
        <>
          <Button onPress={() => setAsked('news')}>
            <Newspaper size={16} aria-hidden />
            {t('news.action')}
          </Button>
          <Button onPress={() => setAsked('shock')}>
            <Zap size={16} aria-hidden />
            {t('shock.action')}
          </Button>
        </>
      )}
      <RingBell />
      {asked === 'news' && <NewsDialog onClose={close} />}
      {asked === 'shock' && <ShockDialog onClose={close} />}
    </section>
  )
}
