import { characterOf, nameSeats, planSeats } from '@cascade/players'
import { isRefusal, refusal } from '@cascade/protocol'
import type { Place } from '../rounds/live-round.ts'
import { findHosted } from './find-round.ts'
import type { Verb } from './house.ts'

/** `player.add`: the host chooses an automatic player, which sits down when the market opens. */
export const addPlayer: Verb<'player.add'> = async (house, caller, { roundId, character }) => {
  const live = findHosted(house, caller, roundId)
  if (isRefusal(live)) return live
  if (!characterOf(character)) return refusal('character_unknown')
  const lobby = await live.host.read(({ phase, config, secret }) => ({ phase, config, seed: secret?.seed }))
  if (!lobby?.seed) return refusal('halted')
  if (lobby.phase !== 'lobby') return refusal('round_not_in_lobby')
  if (live.places.length >= lobby.config.seatsMax) return refusal('round_full')
  const [join] = planSeats({ opponents: [{ character, count: 1 }], first: live.nextSeat() })
  if (!join) return refusal('character_unknown')
  const { seat } = join
  const names = nameSeats([seat], { seed: lobby.seed, taken: [...live.names.values()] })
  const place: Place = { seat, name: names.get(seat) ?? null, userId: null }
  live.keepPlace(place)
  live.planned = [...live.planned, join]
  await house.records.addPlanned(live.card, live.planned, place)
  house.changed(live)
  return { seat }
}
