import { execFile } from 'node:child_process'
import { join } from 'node:path'

/** The repository, from which people call the command. */
export const ROOT = join(import.meta.dirname, '../../..')
/** How the command is started from its sources. */
export const COMMAND = ['--import', 'tsx', 'apps/cli/src/main.ts']

/** How a command ended, and what it said. */
export interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command as a user does, with something on its standard input. */
export const cascade = (args: readonly string[], input = ''): Promise<Ended> =>
  new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [...COMMAND, ...args],
      { cwd: ROOT, maxBuffer: 1 << 26 },
      (error, out, err) => {
        resolve({ code: typeof error?.code === 'number' ? error.code : Number(error !== null), out, err })
      },
    )
    child.stdin?.end(input)
  })
