'use client'

import { CHARACTERS } from '@cascade/players'
import { Plus } from 'lucide-react'
import { useTranslations } from 'use-intl'
import { Card } from '../../ui/card.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useCharacterWords } from '../shell/character-words.ts'

/** Automatic players for the table, one tap each. */
export function AddPlayers({ onAdd }: { onAdd: (character: string) => void }) {
  const t = useTranslations('lobby.players')
  const characterWords = useCharacterWords()
  return (
    <Card title={t('title')}>
      <ul className="-my-2 flex flex-col divide-y divide-line/60">
        {CHARACTERS.map(({ id }) => {
          const { title = id, oneLine = '' } = characterWords(id) ?? {}
          return (
            <li key={id} className="flex items-center gap-3 py-1.5">
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="font-medium">{title}</span>
                <span className="text-muted text-sm">{oneLine}</span>
              </span>
              <IconButton label={t('add', { name: title })} onPress={() => onAdd(id)}>
                <Plus size={20} aria-hidden />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
