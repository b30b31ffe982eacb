import type { PrismaClient } from '@cascade/db'
import {
  commitmentOf,
  type JoinSeat,
  type Round,
  type RoundConfig,
  type RoundId,
  RULES_VERSION,
  type SeatId,
  type Seed,
  seatId as seatName,
} from '@cascade/engine'
import { commandSchema, encode } from '@cascade/protocol'
import { z } from 'zod'
import { drawToken } from '../rooms/code.ts'
import type { Place, RoundCard } from './live-round.ts'
import { resultsOf } from './results.ts'
import type { TradesMade } from './trades-made.ts'

/** What a round is opened with, besides what the journal holds. */
export interface NewRound {
  readonly card: RoundCard
  readonly config: RoundConfig
  readonly seed: Seed
  readonly planned: readonly JoinSeat[]
  /** The places of those that are planned. */
  readonly places: readonly Place[]
}

/** What a round that is over came to, and who sat in it. */
export interface RoundEnd {
  readonly round: Round
  readonly tradesMade: TradesMade
  readonly names: ReadonlyMap<SeatId, string>
}

/** A round that was left open, as the rows tell it. */
export interface StoredRound {
  readonly card: RoundCard
  readonly places: readonly Place[]
  readonly planned: readonly JoinSeat[]
}

/** What a row holds whose name is gone. */
const NO_NAME = ''

const plannedSchema = z.object({ planned: z.array(commandSchema) })

/** The rows about rounds, seats and results: everything but what happens inside a round. */
export class Records {
  readonly #prisma: PrismaClient

  constructor(prisma: PrismaClient) {
    this.#prisma = prisma
  }

  /** Whether no room that still can be entered has this code. */
  async isCodeFree(code: string): Promise<boolean> {
    return (await this.#prisma.room.count({ where: { code } })) === 0
  }

  async open({ card, config, seed, planned, places }: NewRound): Promise<void> {
    const { roundId, room, hostUserId } = card
    await this.#prisma.round.create({
      data: {
        id: roundId,
        kind: room ? 'room' : 'solo',
        config: encode(config),
        rulesVersion: RULES_VERSION,
        seedCommit: commitmentOf({ config, seed }),
        ticks: config.clock.ticks,
        seats: { create: places.map(seatRow) },
        ...(room && {
          room: {
            create: {
              id: room.roomId,
              code: room.code,
              longToken: drawToken(),
              hostUserId,
              title: room.title,
              config: { planned: encode(planned) },
            },
          },
        }),
      },
    })
  }

  /** Takes back what was opened and never came to life. */
  async drop({ roundId, room }: RoundCard): Promise<void> {
    await this.#prisma.round.deleteMany({ where: { id: roundId } })
    if (room) await this.#prisma.room.deleteMany({ where: { id: room.roomId } })
  }

  /** Plans an automatic player more, and keeps its place. */
  async addPlanned({ roundId, room }: RoundCard, planned: readonly JoinSeat[], place: Place): Promise<void> {
    await this.#prisma.$transaction([
      this.#prisma.roundSeat.create({ data: { roundId, ...seatRow(place) } }),
      this.#prisma.room.updateMany(plannedUpdate(room, planned)),
    ])
  }

  /** Plans an automatic player less, and gives its place back. */
  async removePlanned(
    { roundId, room }: RoundCard,
    planned: readonly JoinSeat[],
    seat: SeatId,
  ): Promise<void> {
    await this.#prisma.$transaction([
      this.#prisma.roundSeat.deleteMany({ where: { roundId, seatId: seat } }),
      this.#prisma.room.updateMany(plannedUpdate(room, planned)),
    ])
  }

  async addSeat({ roundId }: RoundCard, place: Place): Promise<void> {
    await this.#prisma.roundSeat.create({ data: { roundId, ...seatRow(place) } })
  }

  async removeSeat({ roundId }: RoundCard, seat: SeatId): Promise<void> {
    await this.#prisma.roundSeat.deleteMany({ where: { roundId, seatId: seat } })
  }

  /** Only a lobby starts: a start that was written late must not undo an end. */
  async started({ roundId }: RoundCard): Promise<void> {
    await this.#prisma.round.updateMany({
      where: { id: roundId, status: 'lobby' },
      data: { status: 'running', startedAt: new Date() },
    })
  }

  async quarantined({ roundId }: RoundCard): Promise<void> {
    await this.#prisma.round.updateMany({ where: { id: roundId }, data: { status: 'quarantined' } })
  }

  /** Writes what a round came to, and shows its seed. May be done again: the result is the same. */
  async ended({ roundId, room }: RoundCard, { round, tradesMade, names }: RoundEnd): Promise<void> {
    const endedAt = new Date()
    const seats = [...round.seats.values()].map(({ id, kind }) => ({
      roundId,
      seatId: id,
      name: names.get(id) ?? NO_NAME,
      kind,
    }))
    await this.#prisma.$transaction([
      this.#prisma.roundSeat.createMany({ data: seats, skipDuplicates: true }),
      this.#prisma.result.createMany({ data: [...resultsOf(round, tradesMade)], skipDuplicates: true }),
      this.#prisma.round.update({
        where: { id: roundId },
        data: {
          status: 'ended',
          seed: round.secret?.seed ?? null,
          ticks: round.tick,
          finalFingerprint: round.fingerprint,
          endedAt,
        },
      }),
      ...(room ? [this.#prisma.room.update({ where: { id: room.roomId }, data: { endedAt } })] : []),
    ])
  }

  /** Frees the codes of rooms that ended long ago. */
  async freeCodes(endedBefore: Date): Promise<void> {
    await this.#prisma.room.updateMany({
      where: { endedAt: { lt: endedBefore }, code: { not: null } },
      data: { code: null },
    })
  }

  /** The names of rounds that the rows believe to be open since before a moment. */
  async openSince(before: Date): Promise<readonly string[]> {
    const rows = await this.#prisma.round.findMany({
      where: { status: { in: ['lobby', 'running'] }, createdAt: { lt: before } },
      select: { id: true },
    })
    return rows.map(({ id }) => id)
  }

  /** A round that was left, or null if the rows do not know it. */
  async find(id: RoundId): Promise<StoredRound | null> {
    const row = await this.#prisma.round.findUnique({
      where: { id },
      include: { room: true, seats: { orderBy: { joinedAt: 'asc' } } },
    })
    if (!row) return null
    const { room } = row
    const places = row.seats.map(({ seatId, name, userId }) => ({
      seat: seatName(seatId),
      name: name || null,
      userId,
    }))
    const planned = plannedSchema.safeParse(room?.config).data?.planned ?? []
    return {
      card: {
        roundId: id,
        hostUserId: room?.hostUserId ?? places.find(({ userId }) => userId !== null)?.userId ?? '',
        room: room && { roomId: room.id, code: room.code, title: room.title },
      },
      places,
      planned: planned.filter((command) => command.type === 'seat.join'),
    }
  }
}

const seatRow = ({ seat, userId, name }: Place) => ({
  seatId: seat,
  userId,
  name: name ?? NO_NAME,
  kind: userId === null ? ('automatic' as const) : ('human' as const),
})

/** A solo round has no room: its automatic players are planned and seated in one go. */
const plannedUpdate = (room: RoundCard['room'], planned: readonly JoinSeat[]) => ({
  where: { id: room?.roomId ?? '' },
  data: { config: { planned: encode(planned) } },
})
