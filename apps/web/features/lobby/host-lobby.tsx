'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { connect, type Lobby } from '../../live/index.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { NamePicker } from '../identity/name-picker.tsx'
import { useName } from '../identity/use-name.ts'
import { NoNotice } from '../shell/no-notice.tsx'
import { useAsking } from '../shell/use-asking.ts'
import { AddPlayers } from './add-players.tsx'
import { Invitation } from './invitation.tsx'
import { LobbyRules } from './lobby-rules.tsx'
import { SeatList } from './seat-list.tsx'

/** What the host shows on the big screen and does before the start. */
export function HostLobby({ lobby }: { lobby: Lobby }) {
  const t = useTranslations('lobby')
  const { asking, no, ask } = useAsking()
  const { name, spinsLeft, spin } = useName()
  const { roundId, seats } = lobby
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[1.4fr_1fr] lg:gap-6">
      {lobby.roomCode && <Invitation code={lobby.roomCode} />}
      <div className="flex min-w-0 flex-col gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
        <Card>
          {no && <NoNotice no={no} />}
          <Button
            variant="primary"
            size="lg"
            isDisabled={seats.length === 0}
            isPending={asking === 'start'}
            onPress={() => ask('start', connect().start(roundId))}
          >
            <Play size={18} aria-hidden />
            {t('start')}
          </Button>
          <p className="text-muted text-sm">{t(seats.length === 0 ? 'startEmpty' : 'startText')}</p>
        </Card>
        {lobby.seat === null && (
          <Card title={t('playToo.title')}>
            <NamePicker name={name} spinsLeft={spinsLeft} onSpin={spin} />
            <Button
              isPending={asking === 'join'}
              isDisabled={name === ''}
              onPress={() => ask('join', connect().join({ roundId, name }))}
            >
              {t('playToo.action')}
            </Button>
          </Card>
        )}
      </div>
      <div className="flex min-w-0 flex-col gap-4">
        <Card
          title={t('seats.title')}
          aside={<span className="text-muted">{t('seats.count', { count: seats.length })}</span>}
        >
          {seats.length === 0 ? (
            <p className="text-muted">{t('seats.none')}</p>
          ) : (
            <SeatList
              seats={seats}
              own={lobby.seat}
              onRemove={(seat) => ask('remove', connect().removePlayer(roundId, seat))}
            />
          )}
        </Card>
        <LobbyRules lobby={lobby} />
        <AddPlayers onAdd={(character) => ask('add', connect().addPlayer(roundId, character))} />
      </div>
    </div>
  )
}
