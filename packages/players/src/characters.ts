import type { Character } from './character.ts'
import { averageDown } from './characters/average-down.ts'
import { careful } from './characters/careful.ts'
import { contrarian } from './characters/contrarian.ts'
import { hedger } from './characters/hedger.ts'
import { maxLeverage } from './characters/max-leverage.ts'
import { spreadOut } from './characters/spread-out.ts'
import { trendFollower } from './characters/trend-follower.ts'

/** Every automatic player there is, in the order in which a host sees them. */
export const CHARACTERS: readonly Character[] = [
  trendFollower,
  averageDown,
  maxLeverage,
  hedger,
  careful,
  contrarian,
  spreadOut,
]

const byId = new Map(CHARACTERS.map((each) => [each.id, each]))

/** The character of that name, or undefined. */
export const characterOf = (id: string): Character | undefined => byId.get(id)
