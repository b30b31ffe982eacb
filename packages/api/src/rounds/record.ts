import { digestOf, type Frame, type Opening, RULES_VERSION, type SeatId, seatId } from '@cascade/engine'
import { type Encoded, encode, roundName } from '@cascade/protocol'
import { z } from 'zod'
import { problem } from '../problem.ts'
import { signedIn } from '../procedure.ts'

const input = z.strictObject({ roundId: roundName })

/** All that a round follows from, as JSON data: the caller carries it out again and sees for itself. */
export interface RoundRecord {
  readonly rulesVersion: string
  /** Whether this server's own rules are the ones it was played by. */
  readonly rulesCurrent: boolean
  /** What was published before anybody joined; null for a round of which nothing was. */
  readonly commitment: string | null
  readonly opening: Encoded<Opening>
  readonly frames: readonly Encoded<Frame>[]
  /** Who sat where, beside the record; whoever erased the own name is left out. */
  readonly names: Encoded<ReadonlyMap<SeatId, string>>
}

/**
 * The journal of a round that is over, its seed with it. While the round is live nobody gets it: the seed
 * is the market.
 */
export const roundRecord = signedIn
  .input(input)
  .query(async ({ ctx: { prisma, journal }, input: { roundId } }): Promise<RoundRecord> => {
    const round = await prisma.round.findUnique({
      where: { id: roundId },
      select: {
        status: true,
        rulesVersion: true,
        seed: true,
        seedCommit: true,
        seats: { select: { seatId: true, name: true } },
      },
    })
    if (!round) throw problem('round_unknown')
    if (round.status !== 'ended') throw problem('round_not_over')
    const opening = await journal.opening(roundId)
    if (!opening) throw problem('round_unknown')
    const frames: Encoded<Frame>[] = []
    for await (const { body } of journal.frames({ roundId, fromTick: 0 })) frames.push(written(body))
    const { rulesVersion } = round
    const rulesCurrent = rulesVersion === RULES_VERSION
    return {
      rulesVersion,
      rulesCurrent,
      commitment: publishedFor(round),
      opening: written(opening),
      frames,
      names: namesOf(round.seats),
    }
  })

/**
 * The journal holds the protocol's own JSON: it goes out as it is and is parsed by whoever carries it out
 * again.
 */
const written = (body: Uint8Array) => JSON.parse(new TextDecoder().decode(body))

/** Rows of earlier versions hold only the seed's own hash, which nobody was shown. */
const publishedFor = ({ seed, seedCommit }: { seed: string | null; seedCommit: string }): string | null =>
  seed !== null && seedCommit === digestOf(seed) ? null : seedCommit

const namesOf = (seats: readonly { readonly seatId: string; readonly name: string }[]) =>
  encode(new Map(seats.flatMap(({ seatId: id, name }) => (name === '' ? [] : [[seatId(id), name] as const]))))
