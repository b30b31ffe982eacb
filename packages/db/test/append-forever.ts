// Opens a data directory and appends frames to one round until it is killed.
// Says each tick once it is acknowledged.

import { writeSync } from 'node:fs'
import { openDatabase } from '../src/index.ts'
import { cacheDir, migrationsDir } from './temporary-database.ts'

const [dataDir = ''] = process.argv.slice(2)
const { journal } = await openDatabase({ dataDir, migrationsDir, cacheDir })
const lease = await journal.acquire({ roundId: 'r_killed', owner: 'host' })
if (typeof lease === 'string') throw new Error(`the lease is ${lease}`)

let previousHash = lease.headHash
for (let tick = lease.headTick + 1; ; tick++) {
  const body = new Uint8Array(2_000).fill(tick % 256)
  const frame = { roundId: 'r_killed', tick, epoch: lease.epoch, commandCount: 1, body, hash: `hash${tick}` }
  if ((await journal.append({ ...frame, previousHash })) === 'fenced') throw new Error('fenced')
  writeSync(1, `${tick}\n`)
  previousHash = frame.hash
}
