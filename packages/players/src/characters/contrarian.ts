import { character } from '../character.ts'
import { enter, equity, gainOf, leave } from '../desk.ts'
import { trendOf } from '../sight.ts'

/** Trades against every large move. */
export const contrarian = character(
  'contrarian',
  {
    title: 'Contrarian',
    oneLine: 'Buys what has just fallen and sells short what has just risen.',
    mistake:
      'I caught falling knives: most moves turned, and without a stop the one that did not was enough.',
  },
  {
    setup: ({ nature }) => ({
      instruments: nature.instruments.slice(0, 2),
      leverage: 15,
      marginMode: 'cross',
    }),
    decide: (sight) => {
      const { nature, account } = sight
      return nature.instruments.slice(0, 2).flatMap((instrument) => {
        const held = account.positions.get(instrument)
        if (held) return gainOf(sight, held) > 0.015 ? leave(sight, held) : []
        const trend = trendOf(sight, instrument)
        if (Math.abs(trend) < 2.5) return []
        const notional = equity(sight) * (2 + 3.5 * nature.boldness)
        return enter(sight, { instrument, side: trend > 0 ? 'sell' : 'buy', notional })
      })
    },
  },
)
