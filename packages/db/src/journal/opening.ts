import type { Pool } from 'pg'
import type { JournalOpening } from './journal.ts'

/** Writes what a round starts from. The first writer's word stands. */
export async function writeOpening(
  pool: Pool,
  { roundId, body }: JournalOpening,
): Promise<'written' | 'exists'> {
  const { rowCount } = await pool.query(
    'insert into round_opening (round_id, body) values ($1, $2) on conflict (round_id) do nothing',
    [roundId, body],
  )
  return rowCount === 1 ? 'written' : 'exists'
}

/** Reads what a round starts from, its secret seed included. */
export async function opening(pool: Pool, roundId: string): Promise<Uint8Array | null> {
  const { rows } = await pool.query<{ body: Uint8Array }>(
    'select body from round_opening where round_id = $1',
    [roundId],
  )
  const [row] = rows
  return row ? new Uint8Array(row.body) : null
}
