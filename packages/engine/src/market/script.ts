import type { Price } from '../number/units.ts'

/**
 * The marks of a market that somebody wrote before the round: one list for each tick, from the first tick on,
 * each in the order of the configuration's instruments. While the round is live it is the future, so it is no
 * part of the round that players see.
 */
export type Script = readonly (readonly Price[])[]
