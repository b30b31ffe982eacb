'use client'

import type { SeatId } from '@cascade/engine'
import { Bot, X } from 'lucide-react'
import { useTranslations } from 'use-intl'
import type { LobbySeat } from '../../live/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCharacterWords } from '../shell/character-words.ts'
import { useSeatName } from '../shell/use-seat-name.ts'

interface SeatListProps {
  seats: readonly LobbySeat[]
  own: SeatId | null
  /** Takes an automatic player out; absent for those who may not. */
  onRemove?: (seat: SeatId) => void
}

/** Who is here. A dot says who is connected; automatic players carry their own sign. */
export function SeatList({ seats, own, onRemove }: SeatListProps) {
  const t = useTranslations('lobby.seats')
  const characterWords = useCharacterWords()
  const seatName = useSeatName()
  return (
    <ul className="flex flex-wrap gap-2" aria-live="polite" aria-relevant="additions">
      {seats.map((seat) => (
        <li
          key={seat.id}
          className={classNames(
            'flex min-h-11 animate-appear items-center gap-2 rounded-full bg-hover ps-3.5 font-medium',
            seat.kind === 'automatic' && onRemove ? 'pe-0' : 'pe-4',
            seat.id === own && 'outline-2 outline-accent',
          )}
        >
          {seat.kind === 'automatic' ? (
            <Bot size={16} className="text-muted" aria-label={t('automatic')} />
          ) : (
            <span
              role="img"
              aria-label={t(seat.present ? 'present' : 'away')}
              className={classNames(
                'size-2.5 rounded-full',
                seat.present ? 'bg-gain' : 'border-2 border-edge',
              )}
            />
          )}
          {seatName(seat.id, seat.name)}
          {seat.character && (
            <span className="font-normal text-muted text-sm">{characterWords(seat.character)?.title}</span>
          )}
          {seat.id === own && <span className="text-muted text-sm">{t('you')}</span>}
          {seat.kind === 'automatic' && onRemove && (
            <IconButton
              label={t('remove', { name: seatName(seat.id, seat.name) })}
              onPress={() => onRemove(seat.id)}
            >
              <X size={16} aria-hidden />
            </IconButton>
          )}
        </li>
      ))}
    </ul>
  )
}
