import { useTranslations } from 'use-intl'
import { messages } from '../../messages/index.ts'

/** An automatic player in words. */
export interface CharacterWords {
  readonly title: string
  /** What it does, for those who choose it. */
  readonly oneLine: string
  /** What was wrong with it, told afterwards in its own words. */
  readonly mistake: string
}

type CharacterId = keyof typeof messages.players

const isKnown = (id: string): id is CharacterId => Object.hasOwn(messages.players, id)

/** The words for any automatic player; null for one that this version does not know any more. */
export function useCharacterWords(): (id: string) => CharacterWords | null {
  const t = useTranslations('players')
  return (id) =>
    isKnown(id) ? { title: t(`${id}.title`), oneLine: t(`${id}.oneLine`), mistake: t(`${id}.mistake`) } : null
}
