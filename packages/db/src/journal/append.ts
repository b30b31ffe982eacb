import type { Pool } from 'pg'
import type { JournalFrame } from './journal.ts'
import { AppendInDoubt } from './journal.ts'

/**
 * One statement fences, prolongs the lease, moves the head and writes the frame: all of it happens, or
 * nothing.
 */
export async function append(
  pool: Pool,
  { leaseMs, ...frame }: JournalFrame & { readonly leaseMs: number },
): Promise<'appended' | 'fenced'> {
  try {
    const { rowCount } = await pool.query(
      `with lease as (
         update round_lease
         set head_tick = $2, head_hash = $6, expires_at = clock_timestamp() + $8 * interval '1 ms'
         where round_id = $1 and epoch = $3 and concluded_at is null
           and head_tick = $2 - 1 and head_hash is not distinct from $7
         returning 1
       )
       insert into round_frame (round_id, tick, epoch, command_count, body, hash)
       select $1, $2, $3, $4, $5, $6 from lease`,
      [
        frame.roundId,
        frame.tick,
        frame.epoch,
        frame.commandCount,
        frame.body,
        frame.hash,
        frame.previousHash,
        leaseMs,
      ],
    )
    return rowCount === 1 ? 'appended' : 'fenced'
  } catch (cause) {
    throw new AppendInDoubt(cause)
  }
}
