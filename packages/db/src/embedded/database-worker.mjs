// The thread an embedded database lives in, so that its work never holds up the game's own thread.
// Plain JavaScript, because it is started from the source tree as well as from beside a bundled server.

import { chmodSync, rmSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { checkpoint, checkpointRegularly } from './checkpoint.mjs'
import { createGate } from './gate.mjs'
import { Lane } from './lane.mjs'

/**
 * @typedef {import('./address.ts').Listen} Listen
 * @typedef {import('./start.ts').CheckpointLimits} CheckpointLimits
 * @type {{ directory: string, listen: Listen, password: string, checkpoints: CheckpointLimits }}
 */
const { directory, listen, password, checkpoints } = workerData

/** After a checkpoint the log is cut back to this size. */
const LOG_SIZE = ['max_wal_size = 64MB', 'min_wal_size = 32MB']

const database = new PGlite({ dataDir: directory, postgresqlconf: LOG_SIZE })
await database.waitReady

const lane = new Lane()
const stopCheckpoints = checkpointRegularly({ database, lane }, checkpoints)
const gate = createGate({ database, lane, password })

// A killed process leaves its socket behind; the directory lock says that nobody else listens on it.
if ('path' in listen) rmSync(listen.path, { force: true })
gate.server.listen(listen, () => {
  if ('path' in listen) chmodSync(listen.path, 0o600)
  parentPort?.postMessage({ listening: gate.server.address() })
})

parentPort?.once('message', () => {
  stopCheckpoints()
  gate.hangUp()
  lane.run({}, async () => {
    // With nothing left in the log the next start is quick.
    await checkpoint(database)
    await database.close()
    process.exit(0)
  })
})
