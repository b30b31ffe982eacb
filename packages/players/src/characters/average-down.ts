import { character } from '../character.ts'
import { double, enter, equity, gainOf, leave } from '../desk.ts'
import { trendOf } from '../sight.ts'

/** Adds to what loses, so that the average entry comes nearer to the mark. */
export const averageDown = character(
  'average-down',
  {
    title: 'Averager',
    oneLine: 'Doubles a losing position to better its average price, and takes small gains quickly.',
    mistake:
      'I made the position larger each time it went against me, so the last small move cost everything.',
  },
  {
    setup: ({ nature }) => ({
      instruments: nature.instruments.slice(0, 1),
      leverage: 20,
      marginMode: 'cross',
    }),
    decide: (sight) => {
      const { nature, account } = sight
      const [instrument] = nature.instruments
      const held = account.positions.get(instrument)
      if (!held) {
        const side = trendOf(sight, instrument) > 0 ? 'sell' : nature.side
        return enter(sight, { instrument, side, notional: equity(sight) * (1 + nature.boldness) })
      }
      const gain = gainOf(sight, held)
      if (gain > 0.012) return leave(sight, held)
      return gain < -0.004 - 0.006 * nature.boldness ? double(sight, held) : []
    },
  },
)
