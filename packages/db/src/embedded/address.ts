import { join } from 'node:path'
import type { PoolConfig } from 'pg'

/** Where the embedded database listens: a socket in its own directory, or this machine alone. */
export type Listen = { readonly path: string } | { readonly host: string; readonly port: number }

/** What clients of PostgreSQL call the socket inside the directory they are given as a host. */
const SOCKET_NAME = '.s.PGSQL.5432'

/** Longer paths do not fit into a socket's address on every system. */
const SOCKET_PATH_MAX = 100

export function listenFor(dataDir: string): Listen {
  const path = join(dataDir, SOCKET_NAME)
  const fits = Buffer.byteLength(path) <= SOCKET_PATH_MAX
  return process.platform !== 'win32' && fits ? { path } : { host: '127.0.0.1', port: 0 }
}

/** How to connect, given where the database said it listens. */
export function connectionTo(address: unknown, access: { dataDir: string; password: string }): PoolConfig {
  const user = { user: 'postgres', database: 'postgres', password: access.password }
  if (typeof address === 'string') return { ...user, host: access.dataDir, port: 5432 }
  if (typeof address === 'object' && address && 'port' in address && typeof address.port === 'number') {
    return { ...user, host: '127.0.0.1', port: address.port }
  }
  throw new Error('the embedded database did not say where it listens')
}
