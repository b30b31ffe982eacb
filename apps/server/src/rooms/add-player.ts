import { characterOf, planSeats } from '@cascade/players'
import { isRefusal, refusal } from '@cascade/protocol'
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
  const [join] = planSeats({
    opponents: [{ character, count: 1 }],
    seed: lobby.seed,
    first: live.nextSeat(),
    names: live.places.map(({ name }) => name),
  })
  if (!join) return refusal('character_unknown')
  live.keepPlace({ seat: join.seat, name: join.name, userId: null })
  live.planned = [...live.planned, join]
  await house.records.keepPlanned(live.card, live.planned)
  house.changed(live)
  return { seat: join.seat }
}
