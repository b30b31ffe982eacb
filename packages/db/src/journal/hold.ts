import type { Pool } from 'pg'
import type { LeaseHolder } from './journal.ts'

/** Prolongs a lease by `leaseMs` from now. */
export async function renew(
  pool: Pool,
  { roundId, epoch, leaseMs }: LeaseHolder & { readonly leaseMs: number },
): Promise<'renewed' | 'fenced'> {
  const { rowCount } = await pool.query(
    `update round_lease set expires_at = clock_timestamp() + $3 * interval '1 ms'
     where round_id = $1 and epoch = $2 and concluded_at is null`,
    [roundId, epoch, leaseMs],
  )
  return rowCount === 1 ? 'renewed' : 'fenced'
}

/** Lets a lease lapse now. */
export async function release(pool: Pool, { roundId, epoch }: LeaseHolder): Promise<'released' | 'fenced'> {
  const { rowCount } = await pool.query(
    `update round_lease set expires_at = '-infinity'
     where round_id = $1 and epoch = $2 and concluded_at is null`,
    [roundId, epoch],
  )
  return rowCount === 1 ? 'released' : 'fenced'
}

/** Ends a round's journal for good. */
export async function conclude(pool: Pool, { roundId, epoch }: LeaseHolder): Promise<'concluded' | 'fenced'> {
  const { rowCount } = await pool.query(
    `update round_lease set concluded_at = clock_timestamp()
     where round_id = $1 and epoch = $2 and concluded_at is null`,
    [roundId, epoch],
  )
  return rowCount === 1 ? 'concluded' : 'fenced'
}
