import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { test } from 'vitest'
import type { JournalUnderTest } from '../../test/journal-contract.ts'
import { describeJournal } from '../../test/journal-contract.ts'
import { migrationsDir, openTemporary } from '../../test/temporary-database.ts'
import { openDatabase } from '../open-database.ts'
import { memoryJournal } from './memory.ts'
import { storedJournal } from './stored.ts'

const MINUTE_MS = 60_000

describeJournal('the journal in memory', async () => {
  let now = 0
  const journal = memoryJournal({ leaseMs: MINUTE_MS, now: () => now })
  return {
    journal,
    acquireBriefly: (claim) => journal.acquire(claim),
    async letLapse() {
      now += MINUTE_MS + 1
    },
    close: async () => undefined,
  }
})

describeJournal('the journal in the embedded database', async () => {
  const database = await openTemporary()
  return stored(database.connection, database.close)
})

const postgresUrl = process.env.CASCADE_TEST_POSTGRES_URL

if (postgresUrl) {
  describeJournal('the journal in PostgreSQL', async () => {
    const name = `cascade_test_${randomUUID().slice(0, 8)}`
    await administer(postgresUrl, `create database ${name}`)
    const databaseUrl = Object.assign(new URL(postgresUrl), { pathname: `/${name}` }).href
    const database = await openDatabase({ dataDir: '', migrationsDir, databaseUrl })
    return stored(database.connection, async () => {
      await database.close()
      await administer(postgresUrl, `drop database ${name}`)
    })
  })
} else {
  console.warn(
    'PostgreSQL is not tested: set CASCADE_TEST_POSTGRES_URL=postgresql://postgres@127.0.0.1/postgres',
  )
  test.skip('the journal in PostgreSQL: set CASCADE_TEST_POSTGRES_URL to test it', () => undefined)
}

function stored(connection: pg.PoolConfig, closeDatabase: () => Promise<void>): JournalUnderTest {
  const pool = new pg.Pool({ ...connection, max: 4 })
  const brief = storedJournal({ pool, leaseMs: 20 })
  return {
    journal: storedJournal({ pool, leaseMs: MINUTE_MS }),
    acquireBriefly: (claim) => brief.acquire(claim),
    letLapse: () => new Promise((resolve) => setTimeout(resolve, 40)),
    async close() {
      await pool.end()
      await closeDatabase()
    },
  }
}

async function administer(connectionString: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  await client.query(statement)
  await client.end()
}
