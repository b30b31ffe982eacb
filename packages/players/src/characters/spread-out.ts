import { character } from '../character.ts'
import { enter, equity } from '../desk.ts'

/** Long in everything, all of it behind one cash. */
export const spreadOut = character(
  'spread-out',
  {
    title: 'Spread out',
    oneLine: 'Buys every instrument of the round and leaves the shared cash behind all of them.',
    mistake:
      'I thought many instruments were many bets, but they fell together and drained one shared margin.',
  },
  {
    setup: ({ nature }) => ({ instruments: nature.instruments, leverage: 20, marginMode: 'cross' }),
    decide: (sight) => {
      const { nature, account } = sight
      const share = (5 + 8 * nature.boldness) / nature.instruments.length
      const missing = nature.instruments.find((instrument) => !account.positions.has(instrument))
      if (missing === undefined) return []
      return enter(sight, { instrument: missing, side: 'buy', notional: equity(sight) * share })
    },
  },
)
