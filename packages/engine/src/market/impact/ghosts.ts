import exp from '@stdlib/math-base-special-exp'
import { known } from '../../assert.ts'
import type { Seed } from '../../random/seed.ts'
import { openStream } from '../../random/stream.ts'
import type { Instrument } from '../instrument.ts'

/**
 * Positions of the rest of the world in one instrument: as many long as short, which nobody in the room
 * holds.
 */
export interface Ghosts {
  /** Price at which each layer entered, simulated dollars per unit. */
  readonly entries: readonly number[]
  /** Whether the layer's longs, and its shorts, are still open. */
  readonly longs: readonly boolean[]
  readonly shorts: readonly boolean[]
}

/** What happened to ghosts at a mark: numbers of layers. */
export interface GhostMoves {
  readonly longsLiquidated: readonly number[]
  readonly shortsLiquidated: readonly number[]
  /** Closed in peace and opened again at the mark, both sides. */
  readonly renewed: readonly number[]
}

/**
 * Leverage, share of the interest, and the minutes in which all of its positions are closed and opened
 * anew.
 */
const COHORTS = [
  { leverage: 3, share: 0.25, minutes: 7200 },
  { leverage: 5, share: 0.25, minutes: 4320 },
  { leverage: 10, share: 0.25, minutes: 1440 },
  { leverage: 20, share: 0.12, minutes: 720 },
  { leverage: 25, share: 0.07, minutes: 480 },
  { leverage: 50, share: 0.04, minutes: 180 },
  { leverage: 100, share: 0.02, minutes: 60 },
] as const

/** Positions of a cohort that were opened one after the other. */
const LAYERS_EACH = 16
/** What a ghost must keep, a share of its notional. */
const MAINTENANCE = 0.005

interface Layer {
  /** Share of the interest of one side. */
  readonly share: number
  /** Minutes between two renewals, and the minute of the first. */
  readonly minutes: number
  readonly phase: number
  /** Where it is liquidated, as a multiple of its entry. */
  readonly longEnds: number
  readonly shortEnds: number
}

/** Every layer, the least leverage first. Within a cohort the first is the next to be renewed. */
const LAYERS: readonly Layer[] = COHORTS.flatMap(({ leverage, share, minutes }) =>
  Array.from({ length: LAYERS_EACH }, (_, index) => ({
    share: share / LAYERS_EACH,
    minutes,
    phase: ((index + 0.5) / LAYERS_EACH) * minutes,
    longEnds: (1 - 1 / leverage) / (1 - MAINTENANCE),
    shortEnds: (1 + 1 / leverage) / (1 + MAINTENANCE),
  })),
)

const layerAt = (index: number): Layer => known(LAYERS[index], 'a layer has its number')

/** No ghost at all. */
export const NO_GHOSTS: Ghosts = { entries: [], longs: [], shorts: [] }

/**
 * Ghosts before the first tick, as if they had always been there: each entered where the price may have
 * been when it was last renewed. `sigma` is the volatility of a usual minute.
 */
export function openGhosts(instrument: Instrument, seed: Seed, sigma: number): Ghosts {
  const dice = openStream(seed, `ghosts ${instrument.id}`).at(0)
  const opening = instrument.openingPrice.toNumber()
  const entries = LAYERS.map(({ minutes, phase }) => {
    const age = minutes - phase
    return opening * exp(sigma * Math.sqrt(age) * dice.normal())
  })
  return {
    entries,
    longs: entries.map((entry, index) => opening >= entry * layerAt(index).longEnds),
    shorts: entries.map((entry, index) => opening <= entry * layerAt(index).shortEnds),
  }
}

/** A mark that ghosts meet. */
export interface GhostTick {
  /** Simulated dollars per unit. */
  readonly mark: number
  /** Market minutes since the opening, and those of this tick. */
  readonly minute: number
  readonly minutes: number
}

/** What a mark does to ghosts. */
export function ghostMoves(
  { entries, longs, shorts }: Ghosts,
  { mark, minute, minutes }: GhostTick,
): GhostMoves {
  const longsLiquidated: number[] = []
  const shortsLiquidated: number[] = []
  const renewed: number[] = []
  for (const [index, entry] of entries.entries()) {
    const layer = layerAt(index)
    if (longs[index] && mark < entry * layer.longEnds) longsLiquidated.push(index)
    if (shorts[index] && mark > entry * layer.shortEnds) shortsLiquidated.push(index)
    if (renewals(layer, minute) > renewals(layer, minute - minutes)) renewed.push(index)
  }
  return { longsLiquidated, shortsLiquidated, renewed }
}

const renewals = ({ phase, minutes }: Layer, minute: number): number => Math.floor((minute - phase) / minutes)

/** Ghosts after their moves at a mark, simulated dollars per unit. */
export function movedGhosts(ghosts: Ghosts, moves: GhostMoves, mark: number): Ghosts {
  if (moves.longsLiquidated.length + moves.shortsLiquidated.length + moves.renewed.length === 0) return ghosts
  const entries = [...ghosts.entries]
  const longs = [...ghosts.longs]
  const shorts = [...ghosts.shorts]
  for (const index of moves.longsLiquidated) longs[index] = false
  for (const index of moves.shortsLiquidated) shorts[index] = false
  for (const index of moves.renewed) {
    entries[index] = mark
    longs[index] = true
    shorts[index] = true
  }
  return { entries, longs, shorts }
}

/** What ghosts' liquidations leave to be sold: a share of the interest of one side, negative to be bought. */
export const liquidatedShare = ({ longsLiquidated, shortsLiquidated }: GhostMoves): number =>
  shareOf(longsLiquidated) - shareOf(shortsLiquidated)

const shareOf = (layers: readonly number[]): number =>
  layers.reduce((sum, index) => sum + layerAt(index).share, 0)

/** A layer that is still open, and the price at which it is liquidated. */
export interface GhostLevel {
  readonly price: number
  /** Share of the interest of one side. */
  readonly share: number
}

/** Where a layer's longs, or shorts, are liquidated, open or not. */
export function ghostLevel({ entries }: Ghosts, layer: number, side: 'long' | 'short'): GhostLevel {
  const { share, longEnds, shortEnds } = layerAt(layer)
  const entry = known(entries[layer], 'a layer has its entry')
  return { price: entry * (side === 'long' ? longEnds : shortEnds), share }
}

/** Where the open longs, or shorts, are liquidated. */
export function ghostLevels(ghosts: Ghosts, side: 'long' | 'short'): readonly GhostLevel[] {
  const open = side === 'long' ? ghosts.longs : ghosts.shorts
  const levels: GhostLevel[] = []
  for (const [layer, isOpen] of open.entries()) if (isOpen) levels.push(ghostLevel(ghosts, layer, side))
  return levels
}
