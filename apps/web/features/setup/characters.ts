/** An automatic player as the set-up form shows it. */
export interface CharacterCard {
  readonly id: string
  readonly title: string
  readonly text: string
}

/** Every automatic player that can be seated. */
export const CHARACTERS: readonly CharacterCard[] = []

/** Who sits opposite when nobody has chosen. */
export const STANDARD_OPPONENTS: readonly string[] = CHARACTERS.slice(0, 5).map(({ id }) => id)
