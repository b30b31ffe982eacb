import type { Pool } from 'pg'
import type { JournalSnapshot } from './journal.ts'
import { SNAPSHOTS_KEPT } from './journal.ts'

type SnapshotRow = { tick: number; hash: string; body: Uint8Array }

/**
 * Keeps a snapshot of a frame the journal holds: a host that was fenced meanwhile cannot plant another state.
 */
export async function writeSnapshot(
  pool: Pool,
  { roundId, tick, hash, body }: JournalSnapshot,
): Promise<'written' | 'unknown_frame'> {
  const { rowCount } = await pool.query(
    `insert into round_snapshot (round_id, tick, hash, body)
     select round_id, tick, hash, $4 from round_frame where round_id = $1 and tick = $2 and hash = $3
     on conflict (round_id, tick) do update set hash = excluded.hash, body = excluded.body`,
    [roundId, tick, hash, body],
  )
  if (rowCount !== 1) return 'unknown_frame'

  await pool.query(
    `delete from round_snapshot where round_id = $1 and tick not in
       (select tick from round_snapshot where round_id = $1 order by tick desc limit $2)`,
    [roundId, SNAPSHOTS_KEPT],
  )
  return 'written'
}

/** The kept snapshots of a round, newest first. */
export async function snapshots(pool: Pool, roundId: string): Promise<readonly JournalSnapshot[]> {
  const { rows } = await pool.query<SnapshotRow>(
    'select tick, hash, body from round_snapshot where round_id = $1 order by tick desc limit $2',
    [roundId, SNAPSHOTS_KEPT],
  )
  return rows.map((row) => ({ roundId, ...row, body: new Uint8Array(row.body) }))
}
