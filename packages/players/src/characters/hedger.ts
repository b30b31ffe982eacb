import type { InstrumentId } from '@cascade/engine'
import { character } from '../character.ts'
import { enter, equity } from '../desk.ts'
import type { Sight } from '../sight.ts'

/** Long in one instrument, short in another, each with a margin of its own where the round lets it choose. */
export const hedger = character(
  'hedger',
  {
    title: 'Hedger',
    oneLine: 'Holds one instrument long and another short, and keeps their margins apart.',
    mistake:
      'My hedge was right, but with margins kept apart the winning side could not save the losing one.',
  },
  {
    setup: ({ nature }) => ({
      instruments: nature.instruments.slice(0, 2),
      leverage: 15,
      marginMode: 'isolated',
    }),
    decide: (sight) => {
      const [first, second] = sight.nature.instruments
      const long = sight.nature.side === 'buy'
      return [
        ...leg(sight, { instrument: first, long, pair: second !== undefined }),
        ...(second === undefined ? [] : leg(sight, { instrument: second, long: !long, pair: true })),
      ]
    },
  },
)

/**
 * One side of the hedge, if it is missing. Without a second instrument it stays small, for nothing would
 * answer it.
 */
function leg(
  sight: Sight,
  { instrument, long, pair }: { instrument: InstrumentId; long: boolean; pair: boolean },
) {
  if (sight.account.positions.has(instrument)) return []
  const share = pair ? 1.5 + 2 * sight.nature.boldness : 0.5
  return enter(sight, { instrument, side: long ? 'buy' : 'sell', notional: equity(sight) * share })
}
