import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionSecret } from './secret.ts'

let dataDir = ''

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cascade-secret-'))
})
afterEach(() => rm(dataDir, { recursive: true }))

describe('the session secret', () => {
  test('is made once and stays, readable by the owner alone', async () => {
    const first = await sessionSecret(join(dataDir, 'new'))
    expect(first).toMatch(/^[0-9a-f]{64}$/)
    expect(await sessionSecret(join(dataDir, 'new'))).toBe(first)
    expect((await stat(join(dataDir, 'new', 'session-secret'))).mode & 0o777).toBe(0o600)
  })

  test('is the same for two that begin together', async () => {
    const both = await Promise.all([sessionSecret(dataDir), sessionSecret(dataDir)])
    expect(both[0]).toBe(both[1])
  })

  test('is never replaced when the file holds something else', async () => {
    await writeFile(join(dataDir, 'session-secret'), 'keep me')
    await expect(sessionSecret(dataDir)).rejects.toThrow('move it away')
    expect(await readFile(join(dataDir, 'session-secret'), 'utf8')).toBe('keep me')
  })
})
