import { signedIn } from '../procedure.ts'

const ROOMS_MAX = 50

/** The rooms that the caller hosts, the newest first. Only a host sees a room's code here. */
export const myRooms = signedIn.query(async ({ ctx: { prisma, userId } }) => {
  const rooms = await prisma.room.findMany({
    where: { hostUserId: userId },
    orderBy: { createdAt: 'desc' },
    take: ROOMS_MAX,
    include: {
      rounds: {
        orderBy: { createdAt: 'desc' },
        select: { id: true, status: true, endedAt: true, _count: { select: { seats: true } } },
      },
    },
  })
  return rooms.map(({ id, code, title, createdAt, endedAt, rounds }) => ({
    roomId: id,
    code,
    title,
    createdAt: createdAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    rounds: rounds.map((round) => ({
      roundId: round.id,
      status: round.status,
      endedAt: round.endedAt?.toISOString() ?? null,
      seats: round._count.seats,
    })),
  }))
})
