import type { Pool } from 'pg'
import type { LiveRound } from './journal.ts'

/** Rounds that were opened and not concluded, in the order in which they were opened. */
export async function liveRounds(pool: Pool): Promise<readonly LiveRound[]> {
  const { rows } = await pool.query<{ round_id: string; owner: string | null; held: boolean }>(
    `select round_id, owner, coalesce(expires_at >= clock_timestamp(), false) as held
     from round_opening left join round_lease using (round_id)
     where concluded_at is null order by written_at, round_id`,
  )
  return rows.map(({ round_id, owner, held }) => ({ roundId: round_id, owner, held }))
}
