import { randomUUID } from 'node:crypto'
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { isRunning, processStart } from './process-start.ts'

/**
 * Another process uses this data directory. Two at once would silently lose what the first one acknowledged.
 */
export class DataDirectoryInUse extends Error {
  override readonly name = 'DataDirectoryInUse'
  readonly dataDir: string
  readonly pid: number

  constructor(dataDir: string, holder: Holder) {
    const where = holder.host === hostname() ? '' : ` on ${holder.host}`
    super(
      `The data directory ${dataDir} is in use by process ${holder.pid}${where}. ` +
        'Stop that process, or start this one with another data directory.',
    )
    this.dataDir = dataDir
    this.pid = holder.pid
  }
}

export type DirectoryLock = { release(): void }

type Holder = { pid: number; start: string | null; host: string; token: string }

/**
 * How often a holder touches its lock, and after how long without a touch one on another machine counts as
 * gone.
 */
const TOUCH_EVERY_MS = 4_000
const GONE_AFTER_MS = 15_000

/**
 * Two processes may find the same stale lock in the same instant: the one whose lock is there after this
 * wins.
 */
const SETTLE_MS = 50

/**
 * Takes the directory for this process, at once or not at all. The lock of a killed process is taken over.
 * Throws DataDirectoryInUse.
 */
export async function lockDirectory(dataDir: string): Promise<DirectoryLock> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const path = join(dataDir, 'lock')
  const own: Holder = {
    pid: process.pid,
    start: processStart(process.pid),
    host: hostname(),
    token: randomUUID(),
  }

  if (!create(path, own)) {
    const found = read(path)
    if (found && holds(path, found)) throw new DataDirectoryInUse(dataDir, found)
    takeAway({ path, stale: found, dataDir })
    create(path, own)
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  }
  const holder = read(path)
  if (holder?.token !== own.token) throw new DataDirectoryInUse(dataDir, holder ?? own)
  return keep(path, own)
}

function keep(path: string, own: Holder): DirectoryLock {
  const timer = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date())
    } catch {
      // Somebody removed the file by hand. The process that holds the database is still this one.
    }
  }, TOUCH_EVERY_MS)
  timer.unref()
  return {
    release() {
      clearInterval(timer)
      if (read(path)?.token === own.token) rmSync(path, { force: true })
    },
  }
}

function create(path: string, holder: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

/** The holder written in a lock file, null when there is none or it was cut short by a kill. */
function read(path: string): Holder | null {
  try {
    const { pid, start, host, token } = JSON.parse(readFileSync(path, 'utf8'))
    const isHolder = Number.isInteger(pid) && typeof host === 'string' && typeof token === 'string'
    return isHolder ? { pid, start: typeof start === 'string' ? start : null, host, token } : null
  } catch {
    return null
  }
}

function holds(path: string, holder: Holder): boolean {
  if (holder.host !== hostname()) return Date.now() - statSync(path).mtimeMs < GONE_AFTER_MS
  return isRunning(holder.pid) && (holder.start === null || processStart(holder.pid) === holder.start)
}

/** Moves a stale lock out of the way, unless somebody else replaced it in the meantime. */
function takeAway({ path, stale, dataDir }: { path: string; stale: Holder | null; dataDir: string }): void {
  const aside = `${path}.${process.pid}`
  try {
    renameSync(path, aside)
  } catch {
    return
  }
  const taken = read(aside)
  if (taken && taken.token !== stale?.token) {
    renameSync(aside, path)
    throw new DataDirectoryInUse(dataDir, taken)
  }
  rmSync(aside, { force: true })
}
