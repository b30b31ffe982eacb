import { signedIn } from '../procedure.ts'
import { resultRow } from '../rounds/recent.ts'

const RESULTS_MAX = 100

/** What the caller's rounds have come to, the newest first. */
export const me = signedIn.query(async ({ ctx: { prisma, userId } }) => {
  const results = await prisma.result.findMany({
    where: { seat: { userId } },
    orderBy: { round: { endedAt: 'desc' } },
    take: RESULTS_MAX,
    include: { seat: { select: { name: true } }, round: { select: { kind: true, endedAt: true } } },
  })
  return {
    rounds: results.length,
    wiped: results.filter(({ wiped }) => wiped).length,
    liquidations: results.reduce((total, { liquidations }) => total + liquidations, 0),
    results: results.map(({ seat, round, ...result }) => ({
      roundId: result.roundId,
      seat: result.seatId,
      name: seat.name,
      kind: round.kind,
      endedAt: round.endedAt?.toISOString() ?? null,
      ...resultRow(result),
    })),
  }
})
