import { character } from '../character.ts'
import { enter, equity, leave } from '../desk.ts'
import { trendOf } from '../sight.ts'

/** Buys what has risen and sells what has fallen, after it happened. */
export const trendFollower = character(
  'trend-follower',
  {
    title: 'Trend follower',
    oneLine: 'Buys what is rising, sells short what is falling, and turns round when the market does.',
    mistake: 'I waited until a move was plain to see, so I bought near the top and paid for every turn.',
  },
  {
    setup: ({ nature }) => ({
      instruments: nature.instruments.slice(0, 2),
      leverage: 8,
      marginMode: 'cross',
    }),
    decide: (sight) => {
      const { nature, account } = sight
      return nature.instruments.slice(0, 2).flatMap((instrument) => {
        const trend = trendOf(sight, instrument)
        const held = account.positions.get(instrument)
        if (held) return trend * (held.size.isNegative() ? -1 : 1) < -1.5 ? leave(sight, held) : []
        if (Math.abs(trend) < 2) return []
        const notional = equity(sight) * (1.5 + 2 * nature.boldness)
        return enter(sight, { instrument, side: trend > 0 ? 'buy' : 'sell', notional })
      })
    },
  },
)
