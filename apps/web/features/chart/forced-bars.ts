import type { ForcedLine } from '../../live/index.ts'

/** What was traded by force while one candle lasted. */
export interface ForcedBar {
  /** The tick that the candle begins with. */
  time: number
  /** Units of the usual depth, sold and bought together. */
  amount: number
  /** Which of the two was more. */
  side: 'buy' | 'sell'
}

/** The bars of a line of forced selling, in candles of so many ticks. */
export function forcedBarsOf({ ticks, sold }: ForcedLine, step: number): ForcedBar[] {
  const bars: (ForcedBar & { balance: number })[] = []
  for (const [index, tick] of ticks.entries()) {
    const amount = sold[index] ?? 0
    const time = Math.floor(tick / step) * step
    const last = bars.at(-1)
    const bar = last?.time === time ? last : { time, amount: 0, balance: 0, side: 'sell' as const }
    bar.amount += Math.abs(amount)
    bar.balance += amount
    bar.side = bar.balance < 0 ? 'buy' : 'sell'
    if (bar !== last) bars.push(bar)
  }
  return bars.map(({ time, amount, side }) => ({ time, amount, side }))
}
