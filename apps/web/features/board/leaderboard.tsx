'use client'

import { Bot, Skull } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { money } from '../../format/money.ts'
import { useRound } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { HostConsole } from '../console/host-console.tsx'
import { useSeatName } from '../shell/use-seat-name.ts'

/** The board, and above it what its host can do: a class is longer than a screen. */
export function Leaderboard() {
  return (
    <div className="flex flex-col gap-3">
      <HostConsole />
      <Board />
    </div>
  )
}

/** The board as the server orders it; nothing is sorted here. */
function Board() {
  const t = useTranslations('trade.board')
  const rows = useRound(({ round }) => round.standings)
  const seats = useRound(({ round }) => round.seats)
  const names = useRound((known) => known.names)
  const seatName = useSeatName()
  const own = useRound(({ seat }) => seat)
  const isHidden = useRound(({ round }) => round.config.ranksVisible === 'bell' && round.phase !== 'ended')
  if (rows.length === 0) return <p className="text-muted text-sm">{t('empty')}</p>
  return (
    <>
      {isHidden && <p className="text-muted text-sm">{t('hidden')}</p>}
      <ol aria-label={t('title')} className="flex flex-col gap-0.5">
        {rows.map(({ seat, rank, equity, wipedAtTick }) => {
          const { kind } = seats.get(seat) ?? {}
          return (
            <li
              key={seat}
              className={classNames(
                '-mx-2 flex items-center gap-2 rounded-md px-2 py-1.5 text-sm',
                seat === own ? 'bg-accent/10 font-semibold' : 'text-muted',
              )}
            >
              {!isHidden && <span className="w-6 shrink-0 text-end">{rank}</span>}
              <span className="flex min-w-0 flex-1 items-center gap-1.5">
                <span className="truncate text-text">{seatName(seat, names.get(seat))}</span>
                {kind === 'automatic' && <Bot size={14} className="shrink-0" aria-label={t('automatic')} />}
                {seat === own && <span className="shrink-0 font-normal text-accent">{t('you')}</span>}
              </span>
              {wipedAtTick === null ? (
                <span className="text-text">{money(equity)}</span>
              ) : (
                <span className="flex items-center gap-1 text-danger">
                  <Skull size={14} aria-hidden />
                  {t('wiped')}
                </span>
              )}
            </li>
          )
        })}
      </ol>
    </>
  )
}
