import exp from '@stdlib/math-base-special-exp'
import ln from '@stdlib/math-base-special-ln'
import type { Path } from './play-paths.ts'

const DAY = 1440
/** A move lasts from its first to its last twentieth: the noise before and after it is left out. */
const EDGE = 0.05

/** What to look for in a path. */
export interface Look {
  readonly direction: 'fall' | 'rise'
  /** The move is looked for within so many minutes. */
  readonly windowMinutes: number
  /** What is given back is measured so many minutes after the move. */
  readonly backMinutes: number
}

/** What one path of one instrument tells. Shares, not per cent. */
export interface PathFacts {
  /** The largest change in the direction and within the window that is looked for, a share of the price. */
  readonly move: number
  /** Minutes between the first and the last twentieth of that move, on a scale of ratios. */
  readonly minutes: number
  /** Share of that move given back so many minutes later, a share of it. */
  readonly givenBack: number
  /** When the move ended, a share of the whole path. */
  readonly moment: number
  /** The largest fall below an earlier high, however long it took, a share of the price. */
  readonly drawdown: number
  /** Change over the whole path, a share of the price. */
  readonly end: number
  /** The same for each day, evenly. */
  readonly perDay: number
  /** Volatility of a day, a share of the price. */
  readonly dayVolatility: number
}

/** Measures one path whose prices lie so many minutes apart. */
export function pathFacts(path: Path, minutesPerTick: number, look: Look): PathFacts {
  const found = sharpest(path, Math.max(1, Math.round(look.windowMinutes / minutesPerTick)), look.direction)
  const first = at(path, found.from)
  const last = at(path, found.to)
  const later = at(path, Math.min(path.length - 1, found.to + Math.round(look.backMinutes / minutesPerTick)))
  const days = ((path.length - 1) * minutesPerTick) / DAY
  const end = at(path, path.length - 1) / at(path, 0) - 1
  return {
    move: last / first - 1,
    minutes: lengthOf(path.slice(found.from, found.to + 1)) * minutesPerTick,
    givenBack: last === first ? 0 : (last - later) / (last - first),
    moment: found.to / (path.length - 1),
    drawdown: drawdown(path),
    end,
    perDay: exp(ln(1 + end) / days) - 1,
    dayVolatility: Math.sqrt(squares(path) / days),
  }
}

const at = (path: Path, index: number): number => path[index] ?? Number.NaN

function sharpest(path: Path, window: number, direction: Look['direction']) {
  const sign = direction === 'fall' ? -1 : 1
  let best = { from: 0, to: 0, size: 0 }
  for (let to = 1; to < path.length; to += 1) {
    for (let from = Math.max(0, to - window); from < to; from += 1) {
      const size = sign * (at(path, to) / at(path, from) - 1)
      if (size > best.size) best = { from, to, size }
    }
  }
  return best
}

/** Steps from the last price near the beginning of a move to the first near its end. */
function lengthOf(move: Path): number {
  const [first, last] = [at(move, 0), at(move, move.length - 1)]
  const whole = ln(last / first)
  const way = move.map((price) => ln(price / first) / whole)
  const from = way.findLastIndex((share) => share < EDGE)
  const to = way.findIndex((share) => share > 1 - EDGE)
  return Math.max(1, to - from)
}

function drawdown(path: Path): number {
  let high = 0
  let deepest = 0
  for (const price of path) {
    high = Math.max(high, price)
    deepest = Math.min(deepest, price / high - 1)
  }
  return deepest
}

function squares(path: Path): number {
  let sum = 0
  for (const [index, price] of path.entries()) {
    const change = price / (path[index - 1] ?? price) - 1
    sum += change * change
  }
  return sum
}
