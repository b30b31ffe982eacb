import type { Pool } from 'pg'
import type { Lease, LeaseClaim } from './journal.ts'

type LeaseRow = { epoch: number; head_tick: number; head_hash: string | null }

/**
 * Takes a free, a lapsed or an own lease with a new epoch. Time is the database's: hosts' clocks may differ.
 */
export async function acquire(
  pool: Pool,
  { roundId, owner, leaseMs }: LeaseClaim & { readonly leaseMs: number },
): Promise<Lease | 'held' | 'concluded'> {
  const { rows } = await pool.query<LeaseRow>(
    `insert into round_lease as held (round_id, epoch, owner, expires_at, head_tick)
     values ($1, 1, $2, clock_timestamp() + $3 * interval '1 ms', -1)
     on conflict (round_id) do update
       set epoch = held.epoch + 1, owner = excluded.owner, expires_at = excluded.expires_at
       where held.concluded_at is null
         and (held.expires_at < clock_timestamp() or held.owner = excluded.owner)
     returning epoch, head_tick, head_hash`,
    [roundId, owner, leaseMs],
  )
  const [row] = rows
  if (row) return { epoch: row.epoch, headTick: row.head_tick, headHash: row.head_hash }
  return (await isConcluded(pool, roundId)) ? 'concluded' : 'held'
}

async function isConcluded(pool: Pool, roundId: string): Promise<boolean> {
  const { rowCount } = await pool.query(
    'select 1 from round_lease where round_id = $1 and concluded_at is not null',
    [roundId],
  )
  return rowCount === 1
}
