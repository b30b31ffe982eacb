import { known } from '../assert.ts'
import { displacementOf, type Impact, pressed } from '../market/impact/impact.ts'
import type { InstrumentId } from '../number/ids.ts'
import type { Round } from '../state.ts'
import { type Direction, type LadderReader, ladder, openLadders, REACH, type Rung } from './ladder.ts'

/** How near one side of an instrument is to a cascade. */
export interface SideGauge {
  /** `R`: what the next 0.5 % would liquidate, over the live depth on that way. 1 carries itself on. */
  readonly ratio: number
  /** The smallest sudden move, a share of the mark, that ends at three times itself; null when none does. */
  readonly fuse: number | null
}

/** How near an instrument is to a cascade. */
export interface InstrumentGauge {
  readonly instrument: InstrumentId
  readonly down: SideGauge
  readonly up: SideGauge
}

/** The way that `R` looks along, and the share of a depth within 1 % that lies on it. */
const NEXT = 0.005
const DEPTH_ON_THE_WAY = 0.5
/** A move that ends at so many times itself is a cascade. */
const BLOWN_UP = 3
const FUSE_STEP = 0.0025

/** How near every instrument is to a cascade: docs/rules/impact.md IMP-016. Reads the whole round. */
export function gaugesOf(round: Round): readonly InstrumentGauge[] {
  const reader = openLadders(round)
  return round.config.instruments.map((instrument) => ({
    instrument: instrument.id,
    down: sideGauge(reader, instrument, 'down'),
    up: sideGauge(reader, instrument, 'up'),
  }))
}

function sideGauge(
  reader: LadderReader,
  instrument: Round['config']['instruments'][number],
  direction: Direction,
): SideGauge {
  const rungs = ladder(reader, instrument, direction)
  const told = known(reader.round.impacts.get(instrument.id), 'impact is told of every instrument')
  const near = volumeWithin(rungs, NEXT)
  return {
    ratio: thousandths(near / (DEPTH_ON_THE_WAY * told.impact.depth)),
    fuse: fuseOf(rungs, told.impact, direction),
  }
}

/** The smallest sudden move that liquidations carry to three times itself, a share of the mark. */
export function fuseOf(rungs: readonly Rung[], impact: Impact, direction: Direction): number | null {
  if (rungs.length === 0) return null
  for (let step = 1; step * FUSE_STEP * BLOWN_UP <= REACH; step += 1) {
    const move = step * FUSE_STEP
    if (carried(rungs, impact, { direction, move }) >= move * BLOWN_UP) return thousandths(move * 10) / 10
  }
  return null
}

/** Where a sudden move ends when everything on its way is sold at once. */
function carried(
  rungs: readonly Rung[],
  impact: Impact,
  { direction, move }: { direction: Direction; move: number },
): number {
  const sign = direction === 'down' ? -1 : 1
  const before = displacementOf(impact)
  let reached = move
  let volume = 0
  let next = 0
  for (let rung = rungs[next]; rung && rung.move <= reached; rung = rungs[next]) {
    for (; rung && rung.move <= reached; rung = rungs[next]) {
      volume += rung.volume
      next += 1
    }
    reached = move + sign * (displacementOf(pressed(impact, sign * volume)) - before)
  }
  return reached
}

const volumeWithin = (rungs: readonly Rung[], reach: number): number =>
  rungs.reduce((sum, { move, volume }) => (move <= reach ? sum + volume : sum), 0)

const thousandths = (value: number): number => Math.round(value * 1000) / 1000
