import { character } from '../character.ts'
import { enter, equity, gainOf, leave } from '../desk.ts'

/** Everything on one side, at the highest leverage there is. */
export const maxLeverage = character(
  'max-leverage',
  {
    title: 'All in',
    oneLine: 'Puts the whole account on one side at the highest leverage the round allows.',
    mistake: 'I left no room: with everything at the highest leverage, an ordinary move was the last one.',
  },
  {
    setup: (sight) => ({
      instruments: sight.nature.instruments.slice(0, 1),
      leverage: sight.view.config.rules.leverageMax.toNumber(),
      marginMode: 'cross',
    }),
    decide: (sight) => {
      const { nature, account, dice } = sight
      const [instrument] = nature.instruments
      const held = account.positions.get(instrument)
      if (held) return gainOf(sight, held) > 0.02 + 0.02 * nature.boldness ? leave(sight, held) : []
      if (dice.uniform() > 0.4) return []
      const side = dice.uniform() < 0.5 ? 'buy' : 'sell'
      return enter(sight, { instrument, side, notional: equity(sight) * 1000 })
    },
  },
)
