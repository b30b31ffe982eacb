import { z } from 'zod'
import { signedIn } from '../procedure.ts'
import { marketOf } from '../rounds/market.ts'
import { resultRow } from '../rounds/recent.ts'

const ROWS_MAX = 50

const input = z
  .strictObject({
    kind: z.enum(['solo', 'room']).exactOptional(),
    limit: z.int().min(1).max(ROWS_MAX).default(20),
  })
  .prefault({})

/** The rounds that ended last, each with the person who came first. */
export const recentBoard = signedIn
  .input(input)
  .query(async ({ ctx: { prisma }, input: { kind, limit } }) => {
    const rounds = await prisma.round.findMany({
      where: { status: 'ended', ...(kind && { kind }), results: { some: { seat: { kind: 'human' } } } },
      orderBy: { endedAt: 'desc' },
      take: limit,
      include: {
        room: { select: { title: true } },
        results: {
          where: { seat: { kind: 'human' } },
          orderBy: { rank: 'asc' },
          take: 1,
          include: { seat: { select: { name: true } } },
        },
        _count: { select: { seats: true } },
      },
    })
    return rounds.map(({ room, results: [first], _count, ...round }) => ({
      roundId: round.id,
      kind: round.kind,
      title: room?.title ?? null,
      endedAt: round.endedAt?.toISOString() ?? null,
      market: marketOf(round.config),
      seats: _count.seats,
      first: first ? { seat: first.seatId, name: first.seat.name, ...resultRow(first) } : null,
    }))
  })
