import type { Position, Side } from '@cascade/engine'
import { character } from '../character.ts'
import { enter, equity, exitAt, leave } from '../desk.ts'
import { type Sight, trendOf } from '../sight.ts'

const STOP_DISTANCE = 0.01
const GAIN_DISTANCE = 0.02

/** Small, isolated, and never without a stop. */
export const careful = character(
  'careful',
  {
    title: 'Careful',
    oneLine: 'Trades small with isolated margin, always with a stop and a target.',
    mistake: 'I put my stops so near that ordinary noise took them out, and the fees went on.',
  },
  {
    setup: ({ nature }) => ({
      instruments: nature.instruments.slice(0, 2),
      leverage: 3,
      marginMode: 'isolated',
    }),
    decide: (sight) => {
      const held = [...sight.account.positions.values()]
      if (held.length > 0) return held.flatMap((position) => protect(sight, position))
      const { nature, dice } = sight
      const instrument = nature.instruments[dice.below(Math.min(2, nature.instruments.length))]
      if (instrument === undefined || dice.uniform() > 0.5) return []
      const side = sideOfTrend(trendOf(sight, instrument)) ?? nature.side
      return enter(sight, { instrument, side, notional: equity(sight) * (0.3 + 0.5 * nature.boldness) })
    },
  },
)

const sideOfTrend = (trend: number): Side | null => {
  if (trend === 0) return null
  return trend > 0 ? 'buy' : 'sell'
}

/** A stop and a target; a position whose stop the market has already passed is closed at once. */
function protect(sight: Sight, position: Position) {
  const waiting = [...sight.account.orders.values()].filter(
    ({ instrument }) => instrument === position.instrument,
  )
  if (waiting.length > 0) return []
  const stop = exitAt(sight, position, { type: 'stop', distance: STOP_DISTANCE })
  if (stop.length === 0) return leave(sight, position)
  return [...stop, ...exitAt(sight, position, { type: 'take-profit', distance: GAIN_DISTANCE })]
}
