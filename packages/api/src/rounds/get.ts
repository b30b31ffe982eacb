import { roundName } from '@cascade/protocol'
import { z } from 'zod'
import { problem } from '../problem.ts'
import { signedIn } from '../procedure.ts'
import { marketOf } from './market.ts'
import { resultRow } from './recent.ts'

const input = z.strictObject({ roundId: roundName })

/**
 * What everybody who knows a round's name may know of it: how it was set up and, once it is over, how it
 * came out.
 */
export const getRound = signedIn
  .input(input)
  .query(async ({ ctx: { prisma, userId }, input: { roundId } }) => {
    const round = await prisma.round.findUnique({
      where: { id: roundId },
      include: {
        room: { select: { title: true, hostUserId: true } },
        seats: { orderBy: { joinedAt: 'asc' }, include: { result: true } },
      },
    })
    if (!round) throw problem('round_unknown')
    const own = round.seats.find((seat) => seat.userId === userId)
    return {
      roundId: round.id,
      kind: round.kind,
      status: round.status,
      title: round.room?.title ?? null,
      host: round.room?.hostUserId === userId || (round.kind === 'solo' && own !== undefined),
      market: marketOf(round.config),
      rulesVersion: round.rulesVersion,
      seedCommit: round.seedCommit,
      seed: round.seed,
      fingerprint: round.finalFingerprint,
      ticks: round.ticks,
      createdAt: round.createdAt.toISOString(),
      startedAt: round.startedAt?.toISOString() ?? null,
      endedAt: round.endedAt?.toISOString() ?? null,
      seat: own?.seatId ?? null,
      seats: round.seats.map(({ seatId, name, kind, result }) => ({
        seat: seatId,
        name,
        kind,
        result: result ? resultRow(result) : null,
      })),
    }
  })
