import { type RevealedWord, type Round, type WordCommitment, wordsCommitted } from '@cascade/engine'
import { pause } from '../clock.ts'
import type { LiveRound } from '../rounds/live-round.ts'
import type { House } from './house.ts'

/** A phone that sleeps does not keep a class waiting: whoever has not answered by then is not in the key. */
const REVEAL_MS_MAX = 2_000
const LOOK_EVERY_MS = 20

/** Closes the list of players' words and asks for them: what there is when all are in, or the time is up. */
export async function gatherWords(
  { clock, askForWords }: Pick<House, 'clock' | 'askForWords'>,
  live: LiveRound,
): Promise<readonly RevealedWord[]> {
  if (!askForWords) return []
  const given = await live.words.close(async () => (await live.host.read(listed)) ?? [])
  const people = new Map(live.places.map(({ seat, userId }) => [seat, userId]))
  const awaited = given.filter(({ seat }) => live.isPresent(people.get(seat) ?? ''))
  if (awaited.length > 0) askForWords(live, given)
  const until = clock.now() + REVEAL_MS_MAX
  while (clock.now() < until && awaited.some(({ seat }) => !live.words.has(seat))) {
    await pause(clock, LOOK_EVERY_MS)
  }
  return live.words.take()
}

/** Where the host brought the prices there is nothing that a word could be a part of. */
const listed = ({ config, seats }: Round): readonly WordCommitment[] =>
  config.market.scripted ? [] : wordsCommitted(seats.values())
