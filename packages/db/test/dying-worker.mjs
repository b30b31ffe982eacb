// A database thread that says it listens, and breaks down soon after.

import { parentPort, workerData } from 'node:worker_threads'

if (workerData.directory.includes('stillborn')) throw new Error('the disk is gone')
parentPort?.postMessage({ listening: { port: 4110 } })
setTimeout(() => {
  throw new Error('out of memory')
}, 20)
