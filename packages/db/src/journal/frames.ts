import type { Pool } from 'pg'
import type { FramesFrom, StoredFrame } from './journal.ts'

type FrameRow = { tick: number; epoch: number; command_count: number; body: Uint8Array; hash: string }

/** Few enough that a page of crowded ticks fits into memory many times over. */
const PAGE = 200

/** Reads page by page, so that other rounds can append in between. */
export async function* frames(pool: Pool, { roundId, fromTick }: FramesFrom): AsyncGenerator<StoredFrame> {
  for (let next = fromTick; ; next += PAGE) {
    const { rows } = await pool.query<FrameRow>(
      `select tick, epoch, command_count, body, hash from round_frame
       where round_id = $1 and tick >= $2 and tick < $2 + $3 order by tick`,
      [roundId, next, PAGE],
    )
    for (const { command_count, body, ...row } of rows) {
      yield { roundId, ...row, commandCount: command_count, body: new Uint8Array(body) }
    }
    if (rows.length < PAGE) return
  }
}
