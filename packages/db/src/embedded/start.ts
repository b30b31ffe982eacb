import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PoolConfig } from 'pg'
import { connectionTo, listenFor } from './address.ts'

export type CheckpointLimits = {
  /** The longest time between two checkpoints, in ms. */
  readonly everyMs: number
  /** How much log may gather before a checkpoint is made early, in bytes. */
  readonly walBytes: number
  /** How often to look whether one is due, in ms. */
  readonly lookEveryMs: number
}

const CHECKPOINTS: CheckpointLimits = {
  everyMs: 300_000,
  walBytes: 64 * 1024 * 1024,
  lookEveryMs: 5_000,
}

export type EmbeddedOptions = {
  /** The directory that holds the socket and, in `pg`, the database. The caller has locked it. */
  readonly dataDir: string
  /** Where the thread's entry file is, if not beside this module. */
  readonly workerUrl?: URL | undefined
  readonly checkpoints?: CheckpointLimits | undefined
}

export type Embedded = {
  readonly connection: PoolConfig
  /** Settles if the database's thread dies by itself. Nothing can be read or written any more. */
  readonly lost: Promise<Error>
  stop(): Promise<void>
}

/** The directory of the database itself, below the data directory. */
export const clusterIn = (dataDir: string): string => join(dataDir, 'pg')

/** Whether a database was ever created there. */
export const hasCluster = (dataDir: string): boolean => existsSync(join(clusterIn(dataDir), 'PG_VERSION'))

/**
 * Starts PGlite in a thread of its own and waits until it listens. An empty directory becomes an empty
 * database.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { dataDir } = options
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const password = randomBytes(24).toString('hex')
  const worker = new Worker(options.workerUrl ?? new URL('./database-worker.mjs', import.meta.url), {
    workerData: {
      directory: clusterIn(dataDir),
      listen: listenFor(dataDir),
      password,
      checkpoints: options.checkpoints ?? CHECKPOINTS,
    },
    // The thread is plain JavaScript: the loaders of a development server or a test runner are not for it.
    execArgv: [],
  })

  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  const lost = lossOf(worker)
  const address = await Promise.race([listening(worker), lost])
  if (address instanceof Error) throw address

  return {
    connection: connectionTo(address, { dataDir, password }),
    lost,
    async stop() {
      worker.postMessage('stop')
      await ended
    },
  }
}

function listening(worker: Worker): Promise<unknown> {
  return new Promise((resolve) => worker.once('message', ({ listening }) => resolve(listening)))
}

function lossOf(worker: Worker): Promise<Error> {
  return new Promise((resolve) => {
    worker.once('error', (cause) => resolve(new Error('the embedded database broke down', { cause })))
    worker.once('exit', (code) => {
      if (code !== 0) resolve(new Error(`the embedded database ended with code ${code}`))
    })
  })
}
