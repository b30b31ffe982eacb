'use client'

import { Bell } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { connect, useRound, useRoundInHand } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { NoNotice } from '../shell/no-notice.tsx'
import { useAsking } from '../shell/use-asking.ts'

/** The host's way to end the round before its clock does; nothing for anybody else. */
export function RingBell() {
  const t = useTranslations('trade.ringBell')
  const { session } = useRoundInHand()
  const isHost = useRound(({ host, round }) => host && round.phase === 'running')
  const [isAsked, setAsked] = useState(false)
  const { asking, no, ask } = useAsking()
  if (!isHost) return null
  const ring = () => ask('end', connect().end(session.roundId))
  return (
    <>
      <Button onPress={() => setAsked(true)}>
        <Bell size={16} aria-hidden />
        {t('action')}
      </Button>
      <Dialog title={t('title')} isOpen={isAsked} isQuestion onClose={() => setAsked(false)}>
        <p>{t('text')}</p>
        {no && <NoNotice no={no} />}
        <div className="grid grid-cols-[auto_1fr] gap-2 whitespace-nowrap">
          <Button size="lg" onPress={() => setAsked(false)}>
            {t('back')}
          </Button>
          <Button size="lg" variant="primary" isPending={asking !== null} onPress={ring}>
            {t('confirm')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
