/**
 * Checkpoints the database every `everyMs`, and as soon as `walBytes` were written since the last one. PGlite
 * has no checkpointer of its own: without this its log grows without end and every start replays all of it.
 *
 * @param {{ database: import('@electric-sql/pglite').PGlite, lane: import('./lane.mjs').Lane }} session
 * @param {import('./start.ts').CheckpointLimits} limits
 * @returns {() => void} stops it
 */
export function checkpointRegularly({ database, lane }, { everyMs, walBytes, lookEveryMs }) {
  const user = {}
  let lastAt = Date.now()

  const look = async () => {
    const written = await bytesSinceCheckpoint(database)
    const due = written >= walBytes || (written > 0 && Date.now() - lastAt >= everyMs)
    if (due && (await checkpoint(database))) lastAt = Date.now()
    return /** @type {const} */ ('free')
  }

  const timer = setInterval(() => lane.run(user, look), lookEveryMs)
  timer.unref()
  return () => clearInterval(timer)
}

/**
 * A checkpoint that fails (the disk may be full) loses nothing: the log still holds everything.
 *
 * @param {import('@electric-sql/pglite').PGlite} database
 */
export async function checkpoint(database) {
  try {
    await database.exec('CHECKPOINT')
    return true
  } catch {
    return false
  }
}

/** @param {import('@electric-sql/pglite').PGlite} database */
async function bytesSinceCheckpoint(database) {
  const answer = await database.query(
    `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), redo_lsn)::float8 as bytes
     from pg_control_checkpoint()`,
  )
  const [row] = /** @type {{ bytes: number }[]} */ (answer.rows)
  return row?.bytes ?? 0
}
