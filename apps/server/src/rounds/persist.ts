import { type Clock, pause } from '../clock.ts'
import type { Log } from '../log.ts'

const TRY_AGAIN_MS = 2_000

/**
 * Does something that has to be done in the end, however often the database does not answer; until told to
 * give up.
 */
export async function persist(
  what: string,
  act: () => Promise<void>,
  { clock, log, givenUp }: { clock: Clock; log: Log; givenUp: () => boolean },
): Promise<void> {
  while (!givenUp()) {
    try {
      return await act()
    } catch (cause) {
      log.warn({ err: cause }, `${what} has to be tried again`)
      await pause(clock, TRY_AGAIN_MS)
    }
  }
}
