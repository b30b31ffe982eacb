'use client'

import { useTranslations } from 'use-intl'
import type { Lobby } from '../../live/index.ts'
import { Card } from '../../ui/card.tsx'
import { Spinner } from '../../ui/spinner.tsx'
import { useSeatName } from '../shell/use-seat-name.ts'
import { LobbyRules } from './lobby-rules.tsx'
import { MarginToy } from './margin-toy.tsx'
import { SeatList } from './seat-list.tsx'

/** A player waits: the own name, who else is here, and something to try. */
export function GuestLobby({ lobby }: { lobby: Lobby }) {
  const t = useTranslations('lobby')
  const seatName = useSeatName()
  const own = lobby.seats.find(({ id }) => id === lobby.seat)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1fr_1.2fr] lg:gap-6">
      <div className="flex min-w-0 flex-col gap-4">
        <Card>
          <div className="flex flex-col gap-1">
            <p className="text-muted">{t(own ? 'youAre' : 'youWatch')}</p>
            {own && <p className="font-semibold text-3xl tracking-tight">{seatName(own.id, own.name)}</p>}
          </div>
          <p className="flex items-center gap-3 text-muted">
            <Spinner />
            {t(lobby.hostPresent ? 'waiting' : 'hostAway')}
          </p>
        </Card>
        <Card
          title={t('seats.title')}
          aside={<span className="text-muted">{t('seats.count', { count: lobby.seats.length })}</span>}
        >
          <SeatList seats={lobby.seats} own={lobby.seat} />
        </Card>
        <LobbyRules lobby={lobby} />
      </div>
      <MarginToy />
    </div>
  )
}
