import { useTranslations } from 'use-intl'
import { messages } from '../../messages/index.ts'

/** What people call a scenario, and what it is like. */
export interface ScenarioWords {
  readonly title: string
  readonly text: string
  /** What a player can expect of it. */
  readonly expect: string
}

type ScenarioId = keyof typeof messages.market.scenarios

const isKnown = (id: string): id is ScenarioId => Object.hasOwn(messages.market.scenarios, id)

/** The words for any scenario; its bare id when this version does not know it any more. */
export function useScenarioWords(): (id: string) => ScenarioWords {
  const t = useTranslations('market.scenarios')
  return (id) =>
    isKnown(id)
      ? { title: t(`${id}.title`), text: t(`${id}.text`), expect: t(`${id}.expect`) }
      : { title: id, text: '', expect: '' }
}
