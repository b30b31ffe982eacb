import type { Journal } from '@cascade/db'
import { type Opening, openRound } from '@cascade/engine'
import { openingBytes } from './frame-text.ts'
import { type Recovered, recover } from './recover.ts'
import { Writer } from './writer.ts'

/**
 * Writes down what a round begins with. Frame 0 carries nothing out: its fingerprint is the opened round's,
 * so that a round has a last frame as soon as anybody can see it.
 */
export async function openJournal(
  journal: Journal,
  { opening, owner }: { opening: Opening; owner: string },
): Promise<Recovered> {
  const roundId = opening.config.id
  await journal.writeOpening({ roundId, body: openingBytes(opening) })
  const lease = await journal.acquire({ roundId, owner })
  if (typeof lease === 'string') throw new Error(`the new round ${roundId} is ${lease}`)
  const { fingerprint } = openRound(opening.config, opening.seed)
  const writer = new Writer(journal, roundId, lease)
  const written = await writer.append({ commands: [], fingerprint: fingerprint ?? '' })
  if (written !== 'written') throw new Error(`the new round ${roundId} cannot be written down`)
  const recovered = await recover(journal, { roundId, owner })
  if (typeof recovered === 'string') throw new Error(`the new round ${roundId} is ${recovered}`)
  return recovered
}
