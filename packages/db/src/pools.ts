import pg from 'pg'

/**
 * How long a statement of the journal may take, in ms: a market that cannot be written down halts after this.
 */
const JOURNAL_TIMEOUT_MS = 3_000

/** How long a statement may wait for a row that another one holds, in ms. */
const JOURNAL_LOCK_TIMEOUT_MS = 1_000

export type PoolSize = { readonly journal: number; readonly rows: number }

/**
 * An embedded database has one session, which its connections share by turns: more of them would only queue.
 */
export const EMBEDDED_POOLS: PoolSize = { journal: 2, rows: 1 }
export const POSTGRES_POOLS: PoolSize = { journal: 4, rows: 10 }

/**
 * The journal's own connections. The timeouts are told to the server and kept here too: it may not answer at
 * all.
 */
export function journalPool(connection: pg.PoolConfig, size: PoolSize): pg.Pool {
  const pool = new pg.Pool({
    ...connection,
    max: size.journal,
    statement_timeout: JOURNAL_TIMEOUT_MS,
    query_timeout: JOURNAL_TIMEOUT_MS,
    lock_timeout: JOURNAL_LOCK_TIMEOUT_MS,
    connectionTimeoutMillis: JOURNAL_TIMEOUT_MS,
  })
  // An idle connection that breaks is replaced by the next statement, which fails by itself if it cannot be.
  pool.on('error', () => undefined)
  return pool
}
