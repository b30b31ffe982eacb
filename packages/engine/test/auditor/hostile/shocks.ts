import { type Command, instrumentId, type Round, rate, type ShockRequest } from '../../../src/index.ts'
import type { Chance } from './chance.ts'

/** A host who shakes the market: mostly within bounds, at times beyond one. */
export function hostAct(round: Round, chance: Chance): Command {
  const shock = shockOf(round, chance)
  const headline = chance.pick(['An exchange halts withdrawals', '', ' ', 'x'.repeat(121), 'Calm', 'Calm'])
  const kind = chance.uniform()
  if (kind < 0.7) return { type: 'market.shock', shock }
  return { type: 'news.publish', headline, shock: kind < 0.85 ? shock : null }
}

function shockOf({ config }: Round, chance: Chance): ShockRequest {
  const instruments = config.instruments.map(({ id }) => id)
  const wild = chance.happens(0.1)
  return {
    instrument: chance.pick([null, null, wild ? instrumentId('nothing') : chance.pick(instruments)]),
    move: rate(chance.pick(['-0.2', '-0.1', '-0.05', '0.03', '0.2', wild ? '0.200000001' : '-0.15'])),
    minutes: chance.pick([1, 15, 90, 240, wild ? 241 : 60]),
    givenBack: chance.pick(['none', 'half', 'most']),
  }
}
