import pg from 'pg'
import { expect, test } from 'vitest'
import { openTemporary } from '../../test/temporary-database.ts'
import type { CheckpointLimits } from './start.ts'

const HOUR_MS = 3_600_000
const GIGABYTE = 2 ** 30

async function lastCheckpoint(client: pg.Client): Promise<string> {
  const { rows } = await client.query('select redo_lsn::text from pg_control_checkpoint()')
  return rows[0].redo_lsn
}

/** Whether a checkpoint is made by itself within so many ms of a write. */
async function checkpointsAfterWrite(checkpoints: CheckpointLimits, withinMs: number): Promise<boolean> {
  const database = await openTemporary({ checkpoints })
  const client = new pg.Client(database.connection)
  await client.connect()
  const before = await lastCheckpoint(client)
  await database.journal.writeOpening({ roundId: 'r_written', body: new Uint8Array(100_000) })

  let after = before
  for (let waited = 0; waited < withinMs && after === before; waited += 50) {
    await new Promise((resolve) => setTimeout(resolve, 50))
    after = await lastCheckpoint(client)
  }
  await client.end()
  await database.close()
  return after !== before
}

test.each`
  when                          | limits                                      | expected | withinMs
  ${'enough time has passed'}   | ${{ everyMs: 100, walBytes: GIGABYTE }}     | ${true}  | ${10_000}
  ${'enough log has gathered'}  | ${{ everyMs: HOUR_MS, walBytes: 10_000 }}   | ${true}  | ${10_000}
  ${'there is no need for one'} | ${{ everyMs: HOUR_MS, walBytes: GIGABYTE }} | ${false} | ${500}
`('a checkpoint is made when $when: $expected', async ({ limits, expected, withinMs }) => {
  expect(await checkpointsAfterWrite({ ...limits, lookEveryMs: 50 }, withinMs)).toBe(expected)
})
