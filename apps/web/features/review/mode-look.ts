import type { OtherMode } from '@cascade/review'

/** What a world is called and coloured by: one margin mode, or a mixture of both. */
export type WorldMode = OtherMode['mode']

const COLORS: Record<WorldMode, string> = {
  cross: 'text-cross',
  isolated: 'text-isolated',
  both: 'text-accent',
}

/** The colour of the world that was played. */
export const ownColor = (mode: WorldMode): string => COLORS[mode]

/** The colour of its twin; a mixture's twin is a mixture too, and told apart by its dashes. */
export const twinColor = (twinMode: WorldMode): string =>
  twinMode === 'both' ? 'text-muted' : COLORS[twinMode]
