import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { repository } from './temporary-database.ts'

/** Starts a script of this directory in a process of its own. */
export function startScript(name: string, args: readonly string[]): ChildProcess {
  const script = fileURLToPath(new URL(name, import.meta.url))
  return spawn(process.execPath, ['--import', 'tsx', script, ...args], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** Runs a script of this directory to its end. */
export async function runScript(name: string, args: readonly string[]) {
  const child = startScript(name, args)
  let output = ''
  child.stdout?.on('data', (text) => {
    output += text
  })
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve))
  return { output, code }
}
