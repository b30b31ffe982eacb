import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const FILE = 'session-secret'
const SECRET = /^[0-9a-f]{64}$/

/**
 * The secret that signs session cookies: made by chance at the first start and kept beside the data, so
 * that players stay signed in over a restart. Readable by the owner alone.
 */
export async function sessionSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, FILE)
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (SECRET.test(kept.trim())) return kept.trim()
  await mkdir(dataDir, { recursive: true })
  return writeOnce(file, randomBytes(32).toString('hex'))
}

/** Written beside and linked into place: whoever comes second reads the first one's. */
async function writeOnce(file: string, secret: string): Promise<string> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  await writeFile(draft, `${secret}\n`, { mode: 0o600 })
  try {
    await link(draft, file)
    await chmod(file, 0o600)
    return secret
  } catch (cause) {
    const kept = (await readFile(file, 'utf8')).trim()
    if (!SECRET.test(kept)) throw new Error(`${file} does not hold a secret: move it away`, { cause })
    return kept
  } finally {
    await rm(draft, { force: true })
  }
}
