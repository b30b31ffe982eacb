import { once } from 'node:events'

/** A reader that has seen enough, such as `head`, closes the pipe: that is no error of ours. */
export function endQuietlyOnBrokenPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1)
  })
}

const CHUNK_LENGTH = 1 << 16

/** Writes lines to standard output as fast as its reader takes them, without gathering them all first. */
export async function writeLines(lines: Iterable<string>): Promise<void> {
  let chunk = ''
  for (const line of lines) {
    chunk += `${line}\n`
    if (chunk.length < CHUNK_LENGTH) continue
    await write(chunk)
    chunk = ''
  }
  if (chunk !== '') await write(chunk)
}

async function write(chunk: string): Promise<void> {
  if (!process.stdout.write(chunk)) await once(process.stdout, 'drain')
}

/** Says what went wrong on standard error, and makes the process end with 1. */
export function fail(...lines: readonly string[]): void {
  process.exitCode = 1
  process.stderr.write(`${lines.join('\n')}\n`)
}
