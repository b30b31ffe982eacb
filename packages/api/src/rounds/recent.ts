import { z } from 'zod'
import { signedIn } from '../procedure.ts'

const ROUNDS_MAX = 50

const input = z.strictObject({ limit: z.int().min(1).max(ROUNDS_MAX).default(10) }).prefault({})

/** The rounds that the caller sat in or hosts, the newest first; those still going on among them. */
export const recentRounds = signedIn
  .input(input)
  .query(async ({ ctx: { prisma, userId }, input: { limit } }) => {
    const rounds = await prisma.round.findMany({
      where: { OR: [{ seats: { some: { userId } } }, { room: { hostUserId: userId } }] },
      orderBy: { createdAt: 'desc' },
      take: limit,
      include: {
        room: { select: { title: true, hostUserId: true } },
        seats: { where: { userId }, include: { result: true } },
        _count: { select: { seats: true } },
      },
    })
    return rounds.map(({ room, seats: [own], _count, ...round }) => ({
      roundId: round.id,
      kind: round.kind,
      status: round.status,
      title: room?.title ?? null,
      host: room?.hostUserId === userId || round.kind === 'solo',
      createdAt: round.createdAt.toISOString(),
      endedAt: round.endedAt?.toISOString() ?? null,
      ticks: round.ticks,
      seats: _count.seats,
      seat: own?.seatId ?? null,
      result: own?.result ? resultRow(own.result) : null,
    }))
  })

interface StoredResult {
  readonly rank: number
  readonly equity: string
  readonly growth: string
  readonly wiped: boolean
  readonly liquidations: number
  readonly fills: number
  readonly marginMode: string | null
}

/** What a seat came to; money and growth are decimal strings. */
export const resultRow = ({
  rank,
  equity,
  growth,
  wiped,
  liquidations,
  fills,
  marginMode,
}: StoredResult): StoredResult => ({ rank, equity, growth, wiped, liquidations, fills, marginMode })
