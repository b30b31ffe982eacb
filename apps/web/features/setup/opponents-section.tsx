'use client'

import { CHARACTERS } from '@cascade/players'
import { OPTION_BOUNDS } from '@cascade/protocol'
import { useTranslations } from 'use-intl'
import { Card } from '../../ui/card.tsx'
import { Stepper } from '../../ui/stepper.tsx'
import { useCharacterWords } from '../shell/character-words.ts'
import { opponentsOf } from './choices.ts'
import type { SectionProps } from './setup-form.tsx'

const EACH_MAX = 9

/** Which automatic players sit at the table, and how many of each. */
export function OpponentsSection({ choices, choose }: SectionProps) {
  const t = useTranslations('setup.opponents')
  const characterWords = useCharacterWords()
  const total = opponentsOf(choices)
  return (
    <Card title={t('title')} aside={<span className="text-muted">{t('total', { count: total })}</span>}>
      <p className="text-muted">{t('text')}</p>
      <ul className="-my-2 flex flex-col divide-y divide-line/60">
        {CHARACTERS.map(({ id }) => {
          const { title = id, oneLine = '' } = characterWords(id) ?? {}
          const count = choices.opponents[id] ?? 0
          return (
            <li key={id} className="flex items-center gap-3 py-2">
              <span className="flex min-w-0 flex-1 flex-col">
                <span className="font-medium">{title}</span>
                <span className="text-sm text-muted">{oneLine}</span>
              </span>
              <Stepper
                label={title}
                lessLabel={t('fewer', { name: title })}
                moreLabel={t('more', { name: title })}
                value={count}
                min={0}
                max={Math.min(EACH_MAX, count + OPTION_BOUNDS.opponents.max - total)}
                onChange={(next) => choose({ opponents: { ...choices.opponents, [id]: next } })}
              />
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
