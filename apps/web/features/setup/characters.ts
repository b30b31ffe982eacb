import { CHARACTERS as PLAYERS } from '@cascade/players'

/** An automatic player as the set-up form shows it. */
export interface CharacterCard {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Every automatic player that can be seated, in the words that its package tells of it. */
export const CHARACTERS: readonly CharacterCard[] = PLAYERS.map(({ id, title, oneLine }) => ({
  id,
  title: title.text,
  text: oneLine.text,
}))

/** Who sits opposite when nobody has chosen: one of each. */
export const STANDARD_OPPONENTS: readonly string[] = CHARACTERS.map(({ id }) => id)
