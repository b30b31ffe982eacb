import { z } from 'zod'
import { signedIn } from '../procedure.ts'

const ROWS_MAX = 100
/** Sitting a round out must not pay. */
const FILLS_MIN = 3

const input = z
  .strictObject({
    kind: z.enum(['solo', 'room']).exactOptional(),
    scenario: z.string().max(40).exactOptional(),
    limit: z.int().min(1).max(ROWS_MAX).default(20),
  })
  .prefault({})

interface Row {
  readonly roundId: string
  readonly seat: string
  readonly name: string
  readonly kind: 'solo' | 'room'
  readonly scenario: string
  readonly endedAt: Date
  readonly equity: string
  readonly growth: string
  readonly liquidations: number
  readonly fills: number
  readonly marginMode: string | null
  readonly mine: boolean
}

/**
 * The best results of people so far, the highest growth first: traded at least three times, never wiped, and
 * in markets whose prices nobody wrote.
 */
export const bestBoard = signedIn
  .input(input)
  .query(async ({ ctx: { prisma, userId }, input: { kind = null, scenario = null, limit } }) => {
    // Growth is text, so that nothing rounds it; the order of numbers needs the database's own decimals.
    const rows = await prisma.$queryRaw<Row[]>`
      select result.round_id as "roundId", result.seat_id as seat, round_seat.name, round.kind::text as kind,
        round.config->'market'->>'scenario' as scenario, round.ended_at as "endedAt",
        result.equity, result.growth, result.liquidations, result.fills, result.margin_mode as "marginMode",
        coalesce(round_seat.user_id = ${userId}, false) as mine
      from result
      join round on round.id = result.round_id
      join round_seat on round_seat.round_id = result.round_id and round_seat.seat_id = result.seat_id
      where round.status = 'ended' and round_seat.kind = 'human' and not result.wiped
        and result.fills >= ${FILLS_MIN} and round.config->'market'->'scripted' is null
        and (${kind}::text is null or round.kind::text = ${kind})
        and (${scenario}::text is null or round.config->'market'->>'scenario' = ${scenario})
      order by result.growth::numeric desc, round.ended_at asc
      limit ${limit}`
    return rows.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt.toISOString() }))
  })
