import type { Pool } from 'pg'

/** Erases a concluded round in one statement. A round nobody knows counts as forgotten. */
export async function forget(pool: Pool, roundId: string): Promise<'forgotten' | 'live'> {
  const { rows } = await pool.query<{ live: boolean }>(
    `with gone as (
         delete from round_lease where round_id = $1 and concluded_at is not null returning round_id
       ),
       frames as (delete from round_frame using gone where round_frame.round_id = gone.round_id),
       snapshots as (delete from round_snapshot using gone where round_snapshot.round_id = gone.round_id),
       openings as (delete from round_opening using gone where round_opening.round_id = gone.round_id)
     select not exists (select 1 from gone) and (
       exists (select 1 from round_opening where round_id = $1) or
       exists (select 1 from round_lease where round_id = $1)
     ) as live`,
    [roundId],
  )
  return rows[0]?.live ? 'live' : 'forgotten'
}
