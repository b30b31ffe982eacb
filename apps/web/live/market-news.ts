import type { InstrumentId, Round } from '@cascade/engine'
import { FORCED_LEAST } from './forced-history.ts'

/** Forced selling, or buying, of an instrument that has begun, or is over. */
export interface ForcedNews {
  readonly kind: 'forced'
  readonly instrument: InstrumentId
  readonly side: 'buy' | 'sell'
  /** Traded by force so far, and at the beginning what waits too: units of the usual depth. */
  readonly amount: number
  readonly over: boolean
}

/** An instrument whose liquidations would carry a move on by themselves. */
export interface CarriesNews {
  readonly kind: 'carries'
  readonly instrument: InstrumentId
  readonly direction: 'down' | 'up'
}

/** What the market as a whole is in for, told to everybody alike. */
export type MarketNewsItem = ForcedNews | CarriesNews

interface Run {
  amount: number
  last: number
  isTold: boolean
}

/** A run that has come to less than half of the usual depth is not told. */
const WORTH_TELLING = 0.5
/** Ticks without any after which forced selling is over, and a gauge that was red may be told again. */
const QUIET_TICKS = 10

/**
 * Tells when forced selling begins and ends, and when an instrument begins to carry a move on. What comes
 * again at once is the same news: in a nervous market a gauge crosses its line every second.
 */
export class MarketNews {
  readonly #runs = new Map<string, Run>()
  readonly #redUntil = new Map<string, number>()

  /** What is new in a round after a tick. Nothing where trades do not move prices. */
  after(round: Round): readonly MarketNewsItem[] {
    const { tick } = round
    const forced = [...round.impacts].flatMap(([instrument, { sold, waiting }]) =>
      (['sell', 'buy'] as const).flatMap((side) => {
        const sign = side === 'sell' ? 1 : -1
        const heard = { tick, sold: Math.max(0, sold * sign), waiting: Math.max(0, waiting * sign) }
        return this.#run(`${instrument} ${side}`, heard).map(
          (told): ForcedNews => ({ kind: 'forced', instrument, side, ...told }),
        )
      }),
    )
    return [...forced, ...this.#gauged(round)]
  }

  #run(
    key: string,
    { tick, sold, waiting }: { readonly tick: number; readonly sold: number; readonly waiting: number },
  ): readonly Pick<ForcedNews, 'amount' | 'over'>[] {
    const run = this.#runs.get(key)
    if (sold > FORCED_LEAST) {
      const next = { amount: (run?.amount ?? 0) + sold, last: tick, isTold: run?.isTold ?? false }
      this.#runs.set(key, next)
      if (next.isTold || next.amount < WORTH_TELLING) return []
      next.isTold = true
      return [{ amount: next.amount + waiting, over: false }]
    }
    if (!run || tick - run.last < QUIET_TICKS) return []
    this.#runs.delete(key)
    return run.isTold ? [{ amount: run.amount, over: true }] : []
  }

  #gauged({ tick, gauges }: Round): readonly CarriesNews[] {
    return gauges.flatMap(({ instrument, down, up }) => {
      const sides = [
        { direction: 'down', ratio: down.ratio },
        { direction: 'up', ratio: up.ratio },
      ] as const
      return sides.flatMap(({ direction, ratio }): readonly CarriesNews[] => {
        if (ratio < 1) return []
        const key = `${instrument} ${direction}`
        const isNew = tick > (this.#redUntil.get(key) ?? -1)
        this.#redUntil.set(key, tick + QUIET_TICKS)
        return isNew ? [{ kind: 'carries', instrument, direction }] : []
      })
    })
  }
}
