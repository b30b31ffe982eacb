import { type Clock, pause } from '../clock.ts'
import type { LiveRound } from './live-round.ts'

const LOOK_EVERY_MS = 200
/** Nobody trades before this, so that the first one back has no head start. */
const WAIT_MS_MIN = 1_000
/** Nobody waits longer than this for those who do not come back. */
const WAIT_MS_MAX = 10_000
const SHARE_BACK = 0.9

/** Waits until most people of a recovered round are connected again. */
export async function comeback(live: LiveRound, clock: Clock): Promise<void> {
  const began = clock.now()
  const people = live.places.flatMap(({ userId }) => userId ?? [])
  for (;;) {
    const waited = clock.now() - began
    const back = people.filter((userId) => live.isPresent(userId)).length
    if (waited >= WAIT_MS_MAX) return
    if (waited >= WAIT_MS_MIN && back >= people.length * SHARE_BACK) return
    await pause(clock, LOOK_EVERY_MS)
  }
}
