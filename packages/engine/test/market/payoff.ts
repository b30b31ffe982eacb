/** What one market paid to one way of trading. */
interface Paid {
  readonly trades: number
  /** Sum over its trades, basis points of what was staked. */
  readonly basisPoints: number
}

/** The mean payoff of a way of trading over many markets. */
export interface Payoff {
  readonly trades: number
  /** Of one trade, basis points. */
  readonly mean: number
  /** Of the mean, basis points; trades of one market lean on each other, markets do not. */
  readonly standardError: number
}

/** A price path of one instrument, one price a market minute. */
export type Path = readonly number[]
/** Whether to buy at a minute, from what the path did until then. */
export type Signal = (path: Path, minute: number) => boolean

const HOLD_MINUTES = 30

/** Buys whenever the signal says so and sells half an hour later, one trade at a time, before any fee. */
export function trade(path: Path, signal: Signal): Paid {
  let trades = 0
  let basisPoints = 0
  let minute = 0
  while (minute + HOLD_MINUTES < path.length) {
    if (signal(path, minute)) {
      trades += 1
      basisPoints += 10_000 * ((path[minute + HOLD_MINUTES] ?? 0) / (path[minute] ?? 0) - 1)
      minute += HOLD_MINUTES
    } else minute += 1
  }
  return { trades, basisPoints }
}

/** What several paths of one market paid together. */
export const together = (paid: readonly Paid[]): Paid => ({
  trades: paid.reduce((sum, each) => sum + each.trades, 0),
  basisPoints: paid.reduce((sum, each) => sum + each.basisPoints, 0),
})

/** The mean over markets, and how far chance alone may have moved it. */
export function payoffOf(markets: readonly Paid[]): Payoff {
  const { trades, basisPoints } = together(markets)
  const mean = basisPoints / trades
  const squares = markets.reduce((sum, each) => sum + (each.basisPoints - mean * each.trades) ** 2, 0)
  return { trades, mean, standardError: Math.sqrt(squares) / trades }
}
