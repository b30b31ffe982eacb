import type { PriceLine } from '../../live/index.ts'

/** One candle. Its time is the tick it begins with. */
export interface Candle {
  time: number
  open: number
  high: number
  low: number
  close: number
  /** What was traded, in units of the instrument. */
  volume: number
}

const CANDLES = 160
const STEPS = [1, 2, 3, 5, 10, 15, 20, 30, 60] as const

/** How many ticks make a candle, so that a whole round has at most 160. */
export const ticksPerCandle = (roundTicks: number): number =>
  STEPS.find((step) => roundTicks / step <= CANDLES) ?? Math.ceil(roundTicks / CANDLES)

/**
 * The candles of a line of marks. Each opens where the one before it closed, so that the price has no
 * holes.
 */
export function candlesOf({ ticks, marks, volumes }: PriceLine, step: number): Candle[] {
  const candles: Candle[] = []
  for (const [index, tick] of ticks.entries()) {
    const mark = marks[index]
    if (mark !== undefined) addTo(candles, { tick, mark, volume: volumes[index] ?? 0, step })
  }
  return candles
}

interface Addition {
  readonly tick: number
  readonly mark: number
  readonly volume: number
  readonly step: number
}

/** The candle that a newest mark belongs to, given the candle before it. */
function addTo(candles: Candle[], { tick, mark, volume, step }: Addition): void {
  const time = Math.floor(tick / step) * step
  const last = candles.at(-1)
  if (last && last.time === time) {
    last.high = Math.max(last.high, mark)
    last.low = Math.min(last.low, mark)
    last.close = mark
    last.volume += volume
    return
  }
  const open = last?.close ?? mark
  candles.push({ time, open, high: Math.max(open, mark), low: Math.min(open, mark), close: mark, volume })
}
