import type { OrderRequest } from '@cascade/engine'
import type { Setup, Sight } from './sight.ts'

/** A sentence under a key: the English text, for catalogues that do not know the key yet. */
export interface Message {
  readonly key: string
  readonly text: string
}

/** An automatic player: one mistake, made in good faith, that can be told in a sentence afterwards. */
export interface Character {
  readonly id: string
  readonly title: Message
  /** What it does, for the list from which a host chooses. */
  readonly oneLine: Message
  /** What was wrong with it, in its own words, for the review. */
  readonly mistake: Message
  readonly setup: (sight: Sight) => Setup
  /** The orders it wants now. Only sight and its dice decide, so the same sight gives the same orders. */
  readonly decide: (sight: Sight) => readonly OrderRequest[]
}

/** Builds a character from its texts and its two decisions. */
export const character = (
  id: string,
  texts: { readonly title: string; readonly oneLine: string; readonly mistake: string },
  mind: Pick<Character, 'setup' | 'decide'>,
): Character => ({
  id,
  title: { key: `players.${id}.title`, text: texts.title },
  oneLine: { key: `players.${id}.oneLine`, text: texts.oneLine },
  mistake: { key: `players.${id}.mistake`, text: texts.mistake },
  ...mind,
})
